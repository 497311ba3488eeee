import { describe, expect, it } from "vitest";
import { proveSender } from "#app/conversation/prove-sender.ts";

const TRUSTED = "mx.fernweh.example";
const prove = (
  results: string[],
  given: { from?: string[]; authservId?: string | null; addressKnown?: boolean } = {},
) =>
  proveSender({
    headers: results.map((value) => ({ name: "authentication-results", value })),
    from: given.from ?? ["eva@shopper.example"],
    authservId: given.authservId === undefined ? TRUSTED : given.authservId,
    addressKnown: given.addressKnown ?? true,
  });

describe("proveSender", () => {
  it.each([
    ["DMARC passed", `${TRUSTED}; dmarc=pass (p=reject dis=none) header.from=shopper.example`],
    ["an aligned DKIM passed", `${TRUSTED}; dkim=pass header.d=shopper.example header.s=s1`],
    ["DKIM of a domain above passed", `${TRUSTED} 1; dkim=pass header.i=@mail.shopper.example`],
    ["an aligned SPF passed", `${TRUSTED}; spf=pass smtp.mailfrom=eva@shopper.example; dkim=none`],
  ])("is verified when %s", (_what, results) => {
    expect(prove([results])).toBe("verified_mail");
  });

  it.each([
    [
      "DMARC failed",
      `${TRUSTED}; dmarc=fail header.from=shopper.example; dkim=pass header.d=shopper.example`,
    ],
    ["DKIM failed", `${TRUSTED}; dkim=fail header.d=shopper.example`],
    ["SPF failed softly", `${TRUSTED}; spf=softfail smtp.mailfrom=eva@shopper.example`],
    [
      "only a stranger's DKIM passed, and SPF failed",
      `${TRUSTED}; dkim=pass header.d=attacker.example; spf=fail`,
    ],
    ["DMARC passed for another domain", `${TRUSTED}; dmarc=pass header.from=attacker.example`],
  ])("proves nothing when %s", (_what, results) => {
    expect(prove([results])).toBe("none");
  });

  it("believes nobody but the trusted server, and of that one only the topmost word", () => {
    const pass = "dmarc=pass header.from=shopper.example";
    expect(prove([`mx.attacker.example; ${pass}`])).toBe("address_match");
    expect(prove([`mx.attacker.example; ${pass}`, `${TRUSTED}; ${pass}`])).toBe("address_match");
    expect(prove([`${TRUSTED}; dmarc=fail`, `${TRUSTED}; ${pass}`])).toBe("none");
    expect(prove([`${TRUSTED}; ${pass}`], { authservId: null })).toBe("address_match");
    expect(prove([`evil.example (; ${TRUSTED}; ${pass}`])).toBe("address_match");
  });

  it("does not take a comment or a longer domain for a result", () => {
    expect(prove([`${TRUSTED}; none (dmarc=pass header.from=shopper.example)`])).toBe("address_match");
    expect(prove([`${TRUSTED}; spf=fail; dkim=pass header.d=notshopper.example`])).toBe("none");
    expect(prove([`${TRUSTED}; spf=fail; dkim=pass header.d=example`])).toBe("none");
  });

  it("is a match at most without results, and nothing for an unknown address or two writers", () => {
    expect(prove([])).toBe("address_match");
    const pass = `${TRUSTED}; dmarc=pass header.from=shopper.example`;
    expect(prove([pass], { addressKnown: false })).toBe("none");
    expect(prove([pass], { from: ["eva@shopper.example", "mallory@attacker.example"] })).toBe("none");
    expect(prove([pass], { from: [] })).toBe("none");
  });
});
