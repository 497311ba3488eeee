import { expect, it } from "vitest";
import { sideFacts } from "./side-facts.ts";

it("names the day of an order as the shop's calendar does", () => {
  const order = {
    ...{ id: "1", name: "#1001", placedAt: "2026-11-02T23:30:00Z", lines: [], fulfillments: [] },
    ...{ customer: null, shippingAddress: null },
  };
  const placed = (zone: string) => sideFacts(order, zone).find(({ kind }) => kind === "placed")?.value;
  expect(placed("Europe/Berlin")).toBe("2026-11-03");
  expect(placed("America/New_York")).toBe("2026-11-02");
});
