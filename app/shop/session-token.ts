import { errors, jwtVerify } from "jose";
import { z } from "zod";

/** Who a session token speaks for. `why` never quotes the token. */
export type TokenCheck =
  | { outcome: "staff"; shopDomain: string; staffId: string }
  | { outcome: "refused"; why: "malformed" | "signature" | "expired" | "audience" | "claims" | "shopper" };

/** Clocks of Shopify and of this machine may differ by this much, in seconds. */
const TOLERANCE = 10;
const LONGEST_TOKEN = 4_096;
const HOST = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u;

const claimsSchema = z.object({ iss: z.string(), dest: z.string(), sub: z.string() });

/**
 * Proves a session token of a member of staff: HS256 by any active secret, `aud` our API key, `iss` the admin of `dest`, a
 * myshopify.com `dest`, a numeric `sub`, times within a small tolerance. A shopper's token (customer gid) is refused.
 * https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export async function checkSessionToken(
  token: string,
  app: { apiKey: string; secrets: string[]; now: Date },
): Promise<TokenCheck> {
  if (token.length > LONGEST_TOKEN) return refused("malformed");
  const verified = await verifyWithAny(token, app);
  if (!("payload" in verified)) return verified;
  const claims = claimsSchema.safeParse(verified.payload);
  if (!claims.success) return refused("claims");
  const { iss, dest, sub } = claims.data;
  const host = dest.startsWith("https://") ? dest.slice("https://".length) : "";
  if (!HOST.test(host) || iss !== `https://${host}/admin`) return refused("claims");
  if (sub.startsWith("gid://shopify/Customer/")) return refused("shopper");
  if (!/^\d{1,20}$/u.test(sub)) return refused("claims");
  return { outcome: "staff", shopDomain: host, staffId: sub };
}

async function verifyWithAny(token: string, app: { apiKey: string; secrets: string[]; now: Date }) {
  for (const secret of app.secrets) {
    try {
      return await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ["HS256"],
        audience: app.apiKey,
        clockTolerance: TOLERANCE,
        currentDate: app.now,
        requiredClaims: ["exp", "nbf"],
      });
    } catch (error) {
      // Another secret may have signed it while secrets are being rotated; any other fault is the token's own.
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) return refused(whyOf(error));
    }
  }
  return refused("signature");
}

function whyOf(error: unknown) {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "audience";
    return error.claim === "nbf" && error.reason === "check_failed" ? "expired" : "claims";
  }
  return error instanceof errors.JOSEAlgNotAllowed ? "signature" : "malformed";
}

const refused = (
  why: Extract<TokenCheck, { outcome: "refused" }>["why"],
): TokenCheck & { outcome: "refused" } => ({
  outcome: "refused",
  why,
});
