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

  it.each([
    ["in any case", "MX.Fernweh.Example; DMARC=Pass Header.From=Shopper.Example", "verified_mail"],
    ["folded", `${TRUSTED};\r\n\tdmarc=pass\r\n\t header.from=shopper.example`, "verified_mail"],
    [
      "with spaces and comments where the grammar has them",
      `${TRUSTED} (us) 1 ; dmarc (x) = (y) pass (p=none) header.from = shopper.example`,
      "verified_mail",
    ],
    [
      "with a quoted name and version",
      `"${TRUSTED}" 1; dmarc=pass header.from="shopper.example"`,
      "verified_mail",
    ],
    ["of a method's version 1", `${TRUSTED}; dkim/1=pass header.d=shopper.example`, "verified_mail"],
    ["of another version", `${TRUSTED} 2; dmarc=pass header.from=shopper.example`, "address_match"],
    ["of a method's other version", `${TRUSTED}; dkim/2=pass header.d=shopper.example`, "address_match"],
    ["with words after the name", `${TRUSTED} 1 x; dmarc=pass header.from=shopper.example`, "address_match"],
    [
      "that only begins like the trusted name",
      `${TRUSTED}.evil.example; dmarc=pass header.from=shopper.example`,
      "address_match",
    ],
    ["that is none", `${TRUSTED}; none`, "address_match"],
    [
      "without a policy, nothing aligned",
      `${TRUSTED}; dmarc=none header.from=shopper.example; dkim=pass header.d=esp.example; spf=pass smtp.mailfrom=bounce@esp.example`,
      "address_match",
    ],
    [
      "without a policy, DKIM aligned",
      `${TRUSTED}; dmarc=none header.from=shopper.example; dkim=fail header.d=list.example; dkim=pass header.d=shopper.example`,
      "verified_mail",
    ],
    [
      "where DMARC could not be looked up",
      `${TRUSTED}; dmarc=temperror header.from=shopper.example; spf=pass smtp.mailfrom=eva@shopper.example`,
      "verified_mail",
    ],
    [
      "of a domain beside, of one organisation",
      `${TRUSTED}; dkim=pass header.d=news.shopper.example`,
      "verified_mail",
    ],
    [
      "where one DMARC passed and one failed",
      `${TRUSTED}; dmarc=pass header.from=shopper.example; dmarc=fail header.from=shopper.example`,
      "none",
    ],
    ["where DMARC passed for a domain above", `${TRUSTED}; dmarc=pass header.from=example`, "none"],
    [
      "where DMARC passed for a domain below",
      `${TRUSTED}; dmarc=pass header.from=evil.shopper.example`,
      "none",
    ],
    [
      "quoted in an envelope's local part",
      `${TRUSTED}; spf=fail smtp.mailfrom="x; dmarc=pass header.from=shopper.example"@attacker.example`,
      "none",
    ],
    [
      "with an escaped quote there",
      `${TRUSTED}; spf=fail smtp.mailfrom="x\\"; dmarc=pass header.from=shopper.example; \\""@attacker.example`,
      "none",
    ],
    [
      "with an aligned domain before the last @ only",
      `${TRUSTED}; dmarc=none; spf=pass smtp.mailfrom="eva@shopper.example"@attacker.example`,
      "address_match",
    ],
    [
      "with a comment that an escape leaves open",
      `${TRUSTED}; spf=fail (\\) dmarc=pass; dmarc=pass header.from=shopper.example`,
      "none",
    ],
    [
      "with a property given twice",
      `${TRUSTED}; dmarc=none; dkim=pass header.d=esp.example header.d=shopper.example`,
      "address_match",
    ],
    [
      "where a property's value looks like a result",
      `${TRUSTED}; spf=fail reason=dmarc=pass header.from=shopper.example`,
      "none",
    ],
  ])("reads results %s", (_what, results, proof) => {
    expect(prove([results])).toBe(proof);
  });

  it.each([
    ["eva@shop.co.uk", "co.uk", "address_match"],
    ["eva@co.uk", "shop.co.uk", "address_match"],
    ["eva@shop.co.uk", "other.co.uk", "address_match"],
    ["eva@shop.co.uk", "mail.shop.co.uk", "verified_mail"],
    ["eva@one.github.io", "two.github.io", "address_match"],
    ["eva@one.github.io", "github.io", "address_match"],
    ["eva@mail.shop.com.br", "shop.com.br", "verified_mail"],
    ["eva@bücher.example", "xn--bcher-kva.example", "verified_mail"],
    ["eva@shopper.example.", "shopper.example", "verified_mail"],
    ["eva@shopper.example@attacker.example", "shopper.example", "address_match"],
    ["eva@[192.0.2.1]", "192.0.2.1", "address_match"],
    ["eva@192.0.2.1", "192.0.2.1", "address_match"],
    ["eva@localhost", "localhost", "address_match"],
    ["eva@shopper.example", "", "address_match"],
  ])("holds From %s against a DKIM signature of %s: %s", (from, domain, proof) => {
    expect(prove([`${TRUSTED}; dkim=pass header.d=${domain}`], { from: [from] })).toBe(proof);
  });

  it("takes no other header for the server's word", () => {
    const value = `i=1; ${TRUSTED}; dmarc=pass header.from=shopper.example`;
    const names = ["arc-authentication-results", "x-authentication-results", "received-spf"];
    const headers = names.map((name) => ({ name, value }));
    const evidence = { headers, from: ["eva@shopper.example"], authservId: TRUSTED, addressKnown: true };
    expect(proveSender(evidence)).toBe("address_match");
  });

  it("is a match at most without results, and nothing for an unknown address or two writers", () => {
    expect(prove([])).toBe("address_match");
    const pass = `${TRUSTED}; dmarc=pass header.from=shopper.example`;
    expect(prove([pass], { addressKnown: false })).toBe("none");
    expect(prove([pass], { from: ["eva@shopper.example", "mallory@attacker.example"] })).toBe("none");
    expect(prove([pass], { from: [] })).toBe("none");
  });
});
