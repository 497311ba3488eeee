import { describe, expect, it } from "vitest";
import { readBulkLine } from "#app/mirror/bulk-line.ts";

const AT = "2026-11-21T09:00:00.000Z";

describe("readBulkLine", () => {
  it("reads a child by the parent it names, wherever it stands", () => {
    const line = `{"id":"gid://shopify/LineItem/820982911946154508","title":"Bottle","quantity":2,"currentQuantity":1,"originalUnitPriceSet":{"shopMoney":{"amount":"9.5","currencyCode":"EUR"}},"__parentId":"gid://shopify/Order/820982911946154509"}`;
    expect(readBulkLine(line, AT)).toEqual({
      outcome: "line",
      orderId: "820982911946154509",
      line: {
        id: "820982911946154508",
        title: "Bottle",
        variantTitle: null,
        sku: null,
        quantity: 2,
        currentQuantity: 1,
        price: "9.5",
      },
    });
    const returned = `{"id":"gid://shopify/Return/5","name":"#1-R1","status":"REQUESTED","__parentId":"gid://shopify/Order/9"}`;
    expect(readBulkLine(returned, AT)).toMatchObject({
      outcome: "rows",
      root: false,
      rows: { returns: [{ id: "5", orderId: "9", status: "requested", updatedAt: AT }] },
    });
  });

  it.each(["", "{", "[]", "{}", '{"id":"gid://shopify/Unheard/1"}', '{"id":"gid://shopify/Order/1"}'])(
    "leaves out %s",
    (line) => {
      expect(readBulkLine(line, AT)).toMatchObject({ outcome: "unreadable" });
    },
  );
});
