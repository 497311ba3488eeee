import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { issueKinds, type Evidence, type IssueKind } from "#app/care/detect/issue.ts";
import { issueSentence } from "./issue-sentence.ts";

const record = (id: string, kind: Evidence["kind"], value: string): Evidence => ({
  ...{ id, kind, value, label: "", observedAt: "2026-11-20T09:00:00.000Z" },
  source: { entity: "", id: "", field: "" },
});
const carrier = record("fulfillment:5:carrier", "text", "DHL");
const lastAt = record("fulfillment:5:lastAt", "date", "2026-11-12T23:30:00.000Z");
const city = record("fulfillment:5:city", "text", "Leipzig");
const placed = record("order:1:placed", "date", "2026-11-09T10:00:00.000Z");

it.each<[IssueKind, Evidence[], string]>([
  [
    "stalled",
    [carrier, lastAt, city],
    "DHL has said nothing since Nov 13, 2026, 00:30 GMT+1, when it was in Leipzig.",
  ],
  ["stalled", [lastAt], "The carrier has said nothing since Nov 13, 2026, 00:30 GMT+1."],
  [
    "unfulfilled",
    [placed, record("order:1:shipBy", "date", "2026-11-12T22:59:00.000Z")],
    "Placed on Mon, Nov 9, 2026 and not shipped; it should have left by Thu, Nov 12, 2026.",
  ],
  [
    "preorder_slipped",
    [record("fulfillment_order:2:fulfillAt", "date", "2026-11-12")],
    "It was to ship on Thu, Nov 12, 2026 and has not.",
  ],
  ["delivery_failed", [carrier, lastAt], "DHL tried to deliver it on Fri, Nov 13, 2026 and could not."],
  [
    "carrier_exception",
    [carrier, record("fulfillment:5:exception", "status", "damaged"), city],
    "DHL reports the parcel damaged in Leipzig.",
  ],
  [
    "delivered_oddly",
    [
      record("fulfillment:5:deliveredAt", "date", "2026-11-12T10:00:00.000Z"),
      record("fulfillment:5:odd", "status", "other_city"),
      city,
    ],
    "Reported as delivered on Thu, Nov 12, 2026, in another place than the order goes to (Leipzig).",
  ],
  [
    "cancelled_unsaid",
    [record("order:1:removed:7", "title", "Tent"), record("order:1:removed:8", "title", "Compass")],
    "Taken out of the order: Tent, Compass. Nobody told the shopper.",
  ],
  [
    "refund_not_executed",
    [
      record("refund:3:refundAmount", "money", "5990 JPY"),
      record("refund:3:refundAt", "date", "2026-11-12T10:00:00.000Z"),
    ],
    "A refund of ¥5,990 was made on Thu, Nov 12, 2026 and has not gone through.",
  ],
  [
    "bad_address",
    [record("order:1:addressFault", "text", "no_street")],
    "It cannot be delivered to the address: it has no street.",
  ],
  [
    "placed_twice",
    [record("order:1:name", "order_name", "#1001"), record("order:9:name", "order_name", "#1000")],
    "The same items to the same place as #1000, within a day.",
  ],
  [
    "needed_by_at_risk",
    [record("order:1:neededBy", "date", "2026-11-24")],
    "Needed by Tue, Nov 24, 2026; it has not left.",
  ],
])("says of %s what its evidence says", (kind, evidence, said) =>
  expect(issueSentence(english, { kind, orderId: "1", evidence }, "Europe/Berlin")).toBe(said),
);

it.each(issueKinds)("makes a sentence of %s from whatever little is known", (kind) => {
  for (const evidence of [[], [record("order:1:name", "order_name", "#1001")]]) {
    const said = issueSentence(english, { kind, orderId: "1", evidence }, null);
    expect(said).toMatch(/^[A-Z].*\.$/u);
    expect(said).not.toMatch(/ {2}|undefined| [.,;]/u);
  }
});
