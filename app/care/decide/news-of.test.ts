import { describe, expect, it } from "vitest";
import { newsOf, whatMatters } from "#app/care/decide/news-of.ts";
import type { Evidence } from "#app/care/detect/issue.ts";
import { deriveShopKeys } from "#app/shop/seal.ts";

const keys = deriveShopKeys("shop-1", Buffer.alloc(32, 1));
const ZONE = "Europe/Berlin";
const evidence = (key: string, value: string, kind: Evidence["kind"] = "date"): Evidence => ({
  ...{ id: `fulfillment:12:${key}`, label: key, value, kind },
  source: { entity: "fulfillment", id: "12", field: key },
  observedAt: "2026-11-20T09:00:00.000Z",
});
const eta = (value: string) => evidence("eta", value);
const scan = (value: string) => evidence("lastAt", value);
const news = (...given: Evidence[]) => newsOf(keys, given, ZONE);

describe("newsOf", () => {
  it("is another one when the expected day changes, and the same when only its hour does", () => {
    expect(news(eta("2026-11-24T17:00:00.000Z"))).toBe(news(eta("2026-11-24T08:00:00.000Z")));
    expect(news(eta("2026-11-24T17:00:00.000Z"))).not.toBe(news(eta("2026-11-25T17:00:00.000Z")));
    // Half past midnight where the shop is.
    expect(news(eta("2026-11-24T23:30:00.000Z"))).toBe(news(eta("2026-11-25T08:00:00.000Z")));
  });

  it("does not change with scans, whatever order the evidence is in", () => {
    const [day, status] = [eta("2026-11-24T17:00:00.000Z"), evidence("lastStatus", "in_transit", "status")];
    expect(news(day, scan("2026-11-20T01:00:00.000Z"))).toBe(
      news(scan("2026-11-21T05:00:00.000Z"), day, status),
    );
    expect(news(scan("2026-11-20T01:00:00.000Z"), status)).toBe("");
  });

  it("changes with a word of the carrier after which the shopper has to do something", () => {
    const tried = evidence("lastStatus", "ATTEMPTED_DELIVERY", "status");
    const waiting = evidence("lastStatus", "ready_for_pickup", "status");
    expect(news(tried)).not.toBe("");
    expect(news(tried)).not.toBe(news(waiting));
  });

  it("tells nothing of what it was made of to who has not the shop's key", () => {
    const elsewhere = newsOf(
      deriveShopKeys("shop-1", Buffer.alloc(32, 2)),
      [eta("2026-11-24T17:00:00.000Z")],
      ZONE,
    );
    expect(news(eta("2026-11-24T17:00:00.000Z"))).not.toBe(elsewhere);
  });

  it("keeps what matters as a reply tells it", () => {
    expect(
      whatMatters([eta("2026-11-24T23:30:00.000Z"), evidence("refundAmount", " 12.30 EUR", "money")], ZONE),
    ).toEqual([
      { id: "fulfillment:12:eta", value: "2026-11-25" },
      { id: "fulfillment:12:refundAmount", value: "12.3 EUR" },
    ]);
  });
});
