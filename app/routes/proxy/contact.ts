import { z } from "zod";
import { env } from "#app/env.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { findShop } from "#app/shop/find-shop.server.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";
import { verifyProxySignature } from "#app/shop/verify-proxy-signature.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";

/** A person who writes, corrects and writes again fits; the hour's caps per sender and shop stand behind it. */
const perVisitor = tokenBuckets({ burst: 20, perSecond: 0.2 });
const perShop = tokenBuckets({ burst: 200, perSecond: 20 });

/** The fields themselves are checked by the stage that records them. */
const fields = z.record(z.string(), z.unknown());

/** The storefront's contact form, through Shopify's App Proxy: what it proves is in the signed query and nowhere else. */
export const action = async ({ request }: { request: Request }): Promise<Response> => {
  if (request.method !== "POST") return refused(405, { code: "method_not_allowed", message: "Use POST." });
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const proof = verifyProxySignature(query, { secrets: env.SHOPIFY_API_SECRET, now });
  const shop = proof.outcome === "proven" ? await findShop(proof.shopDomain) : null;
  if (proof.outcome === "refused" || !shop || shop.uninstalledAt) {
    return refused(401, {
      code: "unauthorized",
      message: "This request does not come from the shop's storefront.",
    });
  }
  const visitor = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  const waits = [perShop(shop.id, now), ...(visitor ? [perVisitor(`${shop.id}|${visitor}`, now)] : [])];
  if (waits.some(({ outcome }) => outcome === "limited")) return tooMany();
  try {
    const { nonce, name, email, orderName, message } = await readJson(request, fields);
    return await record({
      nonce,
      name,
      email,
      orderName,
      message,
      shopId: shop.id,
      loggedInCustomerId: proof.customerId,
    });
  } catch (error) {
    if (error instanceof BadInput) {
      return refused(error.status, { code: error.code, message: error.message, field: error.field });
    }
    logger.error({ err: error }, "a contact form could not be recorded");
    return refused(503, { code: "unavailable", message: "Your message could not be taken. Try again." });
  }
};
export const loader = action;

async function record(given: Parameters<typeof recordContactForm>[0]): Promise<Response> {
  const recorded = await recordContactForm(given);
  switch (recorded.outcome) {
    case "recorded":
    case "duplicate":
      return answer(202, { messageId: recorded.messageId });
    case "invalid":
      return refused(400, { code: "bad_input", message: recorded.message, field: recorded.field });
    case "too_many":
      return tooMany();
    case "unavailable":
      return refused(503, { code: "unavailable", message: "Your message could not be taken. Try again." });
  }
}

const tooMany = () => {
  const response = refused(429, {
    code: "too_many_requests",
    message: "Too many messages. Try again later.",
  });
  response.headers.set("Retry-After", String(seconds(60) / seconds(1)));
  return response;
};

const refused = (status: number, error: { code: string; message: string; field?: string | undefined }) =>
  answer(status, { error });
const answer = (status: number, body: unknown) =>
  Response.json(body, {
    status,
    headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
