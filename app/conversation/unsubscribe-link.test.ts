import { describe, expect, it } from "vitest";
import {
  isProven,
  namedIn,
  unsubscribeHeaders,
  unsubscribeToken,
} from "#app/conversation/unsubscribe-link.ts";
import { blindIndex, deriveShopKeys } from "#app/shop/seal.ts";

const keys = deriveShopKeys("3c59dc04-8e88-4024-b8f3-0b7e2a1d9c6f", Buffer.alloc(32, 1));
const others = deriveShopKeys("c81e728d-9d4c-4f2a-b3c1-6a7b8c9d0e1f", Buffer.alloc(32, 2));
const contactIndex = blindIndex(keys, "email", "mara@example.com");
const token = unsubscribeToken(keys, contactIndex);

describe("a link to stop messages", () => {
  it("is for one shopper of one shop, and the same each time", () => {
    expect(unsubscribeToken(keys, contactIndex)).toBe(token);
    expect(namedIn(token)).toEqual({ shopId: keys.shopId, contactIndex });
    expect(isProven(keys, token)).toBe(true);
  });

  it.each([
    ["another shop's keys", () => isProven(others, token)],
    [
      "another shopper",
      () => isProven(keys, token.replace(contactIndex, blindIndex(keys, "email", "eva@example.com"))),
    ],
    ["another shop", () => isProven(others, token.replace(keys.shopId, others.shopId))],
    ["a changed signature", () => isProven(keys, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)],
    ["a cut signature", () => isProven(keys, token.slice(0, -1))],
    ["nothing", () => isProven(keys, "")],
  ])("is not proven by %s", (_what, proven) => expect(proven()).toBe(false));

  it("names nobody where it has another shape", () => {
    for (const other of ["", "..", `${token}.`, token.replaceAll(".", "/"), `${token}?x`, "x".repeat(5_000)])
      expect(namedIn(other)).toBeNull();
  });

  it("is offered as RFC 8058 asks, with no address in it", () => {
    const headers = unsubscribeHeaders(keys, { contactIndex, origin: "https://app.example.test" });
    expect(headers).toEqual({
      "List-Unsubscribe": `<https://app.example.test/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(JSON.stringify(headers)).not.toContain("mara");
    // RFC 5322: a line of a header has at most 998 characters.
    expect(headers["List-Unsubscribe"].length).toBeLessThan(200);
  });
});
