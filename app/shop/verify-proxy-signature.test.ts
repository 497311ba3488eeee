import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyProxySignature } from "./verify-proxy-signature.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const time = now.getTime() / 1000;
const app = { secrets: ["newest", "older"], now };
const base = {
  shop: "fernweh.myshopify.com",
  timestamp: String(time),
  logged_in_customer_id: "7",
  path_prefix: "/apps/attune",
};

/** Signs as Shopify does. `extra` holds parameters of the page itself, arrays included. */
function signed(given: Record<string, string> = {}, extra: [string, string[]][] = [], secret = "newest") {
  const all: [string, string[]][] = [
    ...Object.entries({ ...base, ...given }).map(([k, v]): [string, string[]] => [k, [v]]),
    ...extra,
  ];
  const message = all
    .map(([name, values]) => `${name}=${values.join(",")}`)
    .toSorted()
    .join("");
  const query = new URLSearchParams(
    all.flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );
  query.append("signature", createHmac("sha256", secret).update(message).digest("hex"));
  return query;
}

describe("verifyProxySignature", () => {
  it("names shop and signed-in customer", () => {
    const proven = { outcome: "proven", shopDomain: "fernweh.myshopify.com", customerId: "7" };
    expect(verifyProxySignature(signed(), app)).toEqual(proven);
    expect(verifyProxySignature(signed({}, [], "older"), app)).toEqual(proven);
  });

  it("knows nobody is signed in when the id is empty", () => {
    expect(verifyProxySignature(signed({ logged_in_customer_id: "" }), app)).toMatchObject({
      customerId: null,
    });
  });

  it("takes repeated parameters of the page itself", () => {
    expect(
      verifyProxySignature(
        signed({}, [
          ["ids", ["1", "2"]],
          ["consented", ["no"]],
        ]),
        app,
      ).outcome,
    ).toBe("proven");
  });

  it.each(["shop", "signature", "timestamp", "logged_in_customer_id", "path_prefix"])(
    "refuses a second %s, before or after",
    (name) => {
      const query = signed();
      const after = new URLSearchParams(query);
      after.append(name, "victim.myshopify.com");
      const before = new URLSearchParams([[name, "victim.myshopify.com"], ...query]);
      for (const one of [after, before])
        expect(verifyProxySignature(one, app)).toEqual({ outcome: "refused", why: "repeated" });
      // An encoded name is the same name.
      const encoded = new URLSearchParams(`${query.toString()}&${name.replace("p", "%70")}=x`);
      expect(verifyProxySignature(encoded, app).outcome).toBe("refused");
    },
  );

  it.each([
    ["time", { timestamp: String(time - 91) }],
    ["time", { timestamp: String(time + 91) }],
    ["time", { timestamp: "NaN" }],
    ["time", { timestamp: "1e9" }],
    ["missing", { timestamp: "" }],
    ["missing", { shop: "" }],
  ])("refuses as %s: %j", (why, given) => {
    expect(verifyProxySignature(signed(given), app)).toEqual({ outcome: "refused", why });
  });

  it("takes a request 80 seconds old", () => {
    expect(verifyProxySignature(signed({ timestamp: String(time - 80) }), app).outcome).toBe("proven");
  });

  it("refuses another secret, a changed or added parameter, and a signature of another length", () => {
    const changed = signed();
    changed.set("shop", "victim.myshopify.com");
    const added = signed();
    added.set("x", "1");
    const short = signed();
    short.set("signature", "abc");
    for (const query of [signed({}, [], "guess"), changed, added, short]) {
      expect(verifyProxySignature(query, app)).toEqual({ outcome: "refused", why: "signature" });
    }
  });
});
