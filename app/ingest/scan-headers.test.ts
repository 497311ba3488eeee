import { describe, expect, it } from "vitest";
import { addressesIn, recipientsOf, scanHeaders, senderOf } from "#app/ingest/scan-headers.ts";

const scan = (text: string) => scanHeaders(Buffer.from(text, "latin1"));
const some = (text: string) => {
  const headers = scan(text);
  if (!headers) throw new Error("no headers");
  return headers;
};

describe("scanHeaders", () => {
  it("reads folded, repeated and oddly cased headers, and stops at the body", () => {
    const headers = some(
      "FROM: Eva\r\n <eva@shopper.example>\r\nTo: a@x.example\r\nto: b@x.example\r\n\r\nTo: body@x.example",
    );
    expect(headers.get("from")).toEqual(["Eva <eva@shopper.example>"]);
    expect(headers.get("to")).toEqual(["a@x.example", "b@x.example"]);
  });

  it("takes bare line feeds and an mbox separator", () => {
    expect(
      some("From eva@shopper.example Sat Nov 21\nFrom: eva@shopper.example\n\nx").get("from"),
    ).toHaveLength(1);
  });

  it("takes space before the colon, as old programs wrote it", () => {
    expect(some("From  : eva@shopper.example\n\nx").get("from")).toEqual(["eva@shopper.example"]);
  });

  it.each(["", "\r\nFrom: a@b.example", "hello world", " folded: first", '{"a": 1}', "\u0000\u0001"])(
    "is no message: %j",
    (text) => {
      expect(scan(text)).toBeNull();
    },
  );

  it("reads a header behind 50,000 references", () => {
    const references = Array.from({ length: 50_000 }, (_, n) => `<r${n}@mail.example>`).join("\r\n ");
    expect(some(`References: ${references}\r\nFrom: eva@shopper.example\r\n\r\n`).get("from")).toEqual([
      "eva@shopper.example",
    ]);
  });
});

it("prefers what the last hop noted to what the writer typed", () => {
  const headers = some(
    "To: typed@x.example\nX-Original-To: original@x.example\nDelivered-To: delivered@x.example\n\n",
  );
  expect(recipientsOf(headers)).toEqual(["delivered@x.example", "original@x.example", "typed@x.example"]);
});

it("finds the sender, and the shopper behind Shopify's contact form", () => {
  expect(senderOf(some('From: "Eva, L." <Eva@Shopper.example>\n\n'))).toBe("eva@shopper.example");
  expect(senderOf(some("From: mailer@shopify.com\nReply-To: Eva <eva@shopper.example>\n\n"))).toBe(
    "eva@shopper.example",
  );
  expect(senderOf(some("From: undisclosed\n\n"))).toBeNull();
});

it("finds addresses in a hostile value in time proportional to it", () => {
  const startedAt = performance.now();
  addressesIn("@".repeat(1_000_000));
  addressesIn("a".repeat(1_000_000));
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
