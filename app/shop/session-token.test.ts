import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkSessionToken } from "./session-token.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const time = now.getTime() / 1000;
const app = { apiKey: "key", secrets: ["newest-secret", "older-secret"], now };
const claims = {
  iss: "https://fernweh.myshopify.com/admin",
  dest: "https://fernweh.myshopify.com",
  aud: "key",
  sub: "42",
  exp: time + 60,
  nbf: time,
  iat: time,
};

function token(given: Record<string, unknown> = {}, sign: { secret?: string; alg?: string } = {}) {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${encode({ alg: sign.alg ?? "HS256", typ: "JWT" })}.${encode({ ...claims, ...given })}`;
  const digest = sign.alg === "HS512" ? "sha512" : "sha256";
  return `${unsigned}.${createHmac(digest, sign.secret ?? "newest-secret")
    .update(unsigned)
    .digest("base64url")}`;
}

describe("checkSessionToken", () => {
  it("names shop and member of staff", async () => {
    const checked = await checkSessionToken(token(), app);
    expect(checked).toEqual({ outcome: "staff", shopDomain: "fernweh.myshopify.com", staffId: "42" });
  });

  it("takes any active secret", async () => {
    expect((await checkSessionToken(token({}, { secret: "older-secret" }), app)).outcome).toBe("staff");
  });

  it("allows a few seconds between clocks, on both ends", async () => {
    expect((await checkSessionToken(token({ exp: time - 9 }), app)).outcome).toBe("staff");
    expect((await checkSessionToken(token({ nbf: time + 9 }), app)).outcome).toBe("staff");
  });

  it.each([
    ["expired", { exp: time - 60 }],
    ["expired", { nbf: time + 60 }],
    ["claims", { exp: undefined }],
    ["claims", { nbf: undefined }],
    ["audience", { aud: "other-app" }],
    ["claims", { sub: undefined }],
    ["claims", { sub: "staff" }],
    ["shopper", { sub: "gid://shopify/Customer/42" }],
    ["claims", { iss: "https://other.myshopify.com/admin" }],
    ["claims", { iss: "https://fernweh.myshopify.com" }],
    ["claims", { dest: "https://evil.example", iss: "https://evil.example/admin" }],
    [
      "claims",
      {
        dest: "https://fernweh.myshopify.com.evil.example",
        iss: "https://fernweh.myshopify.com.evil.example/admin",
      },
    ],
    ["claims", { dest: "https://fernweh.myshopify.com/x", iss: "https://fernweh.myshopify.com/x/admin" }],
    ["claims", { dest: "http://fernweh.myshopify.com", iss: "http://fernweh.myshopify.com/admin" }],
  ])("refuses as %s: %j", async (why, given) => {
    expect(await checkSessionToken(token(given), app)).toEqual({ outcome: "refused", why });
  });

  it("refuses another secret, another algorithm, none, a changed body, and what is no token", async () => {
    const [header, , signature] = token().split(".");
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: "7" })).toString("base64url");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${changed}.`;
    const bad = [
      token({}, { secret: "guess" }),
      token({}, { alg: "HS512" }),
      `${header}.${changed}.${signature}`,
      none,
      "",
      "a.b.c",
    ];
    for (const one of [...bad, "x".repeat(100_000)]) {
      const checked = await checkSessionToken(one, app);
      expect(checked.outcome).toBe("refused");
      expect(["signature", "malformed"]).toContain(checked.outcome === "refused" ? checked.why : "");
    }
  });
});
