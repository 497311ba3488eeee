import { z } from "zod";
import { originFetch } from "#app/adapters/devstore-fetch.server.ts";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { StaffIdentity } from "#app/shop/staff-member.ts";

/** A page waits for it, once for each person. */
const PATIENCE = seconds(3);

const answerSchema = z.object({
  associated_user: z.object({
    id: z.union([z.number(), z.string()]).transform(String),
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
    email: z.string().nullish(),
    account_owner: z.boolean().nullish(),
  }),
});

/**
 * Asks Shopify who a session token speaks for, by exchanging it for an online token: the only answer that names a person without a
 * scope of its own. The token that comes with it is dropped unread. Null when Shopify does not say.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
 */
export async function identifyStaff(given: {
  shop: string;
  sessionToken: string;
  staffId: string;
}): Promise<StaffIdentity | null> {
  const { shop, sessionToken, staffId } = given;
  try {
    const response = await originFetch(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        client_id: env.SHOPIFY_API_KEY,
        client_secret: env.SHOPIFY_API_SECRET[0],
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: sessionToken,
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
      }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null);
    if (!answer.success || answer.data.associated_user.id !== staffId) {
      logger.warn({ shop, status: response.status }, "Shopify did not say who a member of staff is");
      return null;
    }
    const { first_name: first, last_name: last, email, account_owner: owner } = answer.data.associated_user;
    const name = [first, last]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(" ");
    return { name: name || null, email: email?.trim() || null, accountOwner: owner ?? false };
  } catch (err) {
    logger.warn({ err, shop }, "Shopify did not say who a member of staff is");
    return null;
  }
}
