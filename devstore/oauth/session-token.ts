import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";

type Signing = { apiKey: string; apiSecret: string };
type Minting = Signing & { shop: string; user: string; now: Date; ttlSeconds?: number | undefined };

/** Seconds a session token lives at Shopify. */
const TTL = 60;

/** A session token as App Bridge hands it out. */
export function mintSessionToken(input: Minting): string {
  const issuedAt = Math.floor(input.now.getTime() / 1000);
  const claims = {
    iss: `https://${input.shop}/admin`,
    dest: `https://${input.shop}`,
    aud: input.apiKey,
    sub: input.user,
    exp: issuedAt + (input.ttlSeconds ?? TTL),
    nbf: issuedAt,
    iat: issuedAt,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${unsigned}.${sign(unsigned, input.apiSecret)}`;
}

const claimsOf = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number(),
});

export type TokenCheck = { outcome: "valid"; user: string } | { outcome: "invalid"; why: string };

/** Checks what an app presents for exchange: signature, audience, shop, times. */
export function checkSessionToken(token: string, input: Signing & { shop: string; now: Date }): TokenCheck {
  const [header, payload, signature] = token.split(".");
  if (!header || !payload || !signature) return { outcome: "invalid", why: "not a token" };
  const wanted = Buffer.from(sign(`${header}.${payload}`, input.apiSecret));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given))
    return { outcome: "invalid", why: "signature" };
  const claims = claimsOf.safeParse(decode(payload));
  if (!claims.success) return { outcome: "invalid", why: "claims" };
  const now = input.now.getTime() / 1000;
  if (claims.data.aud !== input.apiKey) return { outcome: "invalid", why: "audience" };
  if (claims.data.dest !== `https://${input.shop}`) return { outcome: "invalid", why: "destination" };
  if (claims.data.exp < now || claims.data.nbf > now + TTL) return { outcome: "invalid", why: "expired" };
  return { outcome: "valid", user: claims.data.sub };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
