import { describe, expect, it } from "vitest";
import { sinceTheyWrote } from "#app/care/draft/since-they-wrote.ts";
import type { Claim } from "#app/care/understand/reading.ts";
import { orderSchema } from "#app/mirror/order.ts";

const claim = (kind: Claim["kind"]): Claim => ({
  claim: "",
  kind,
  quote: "",
  verdict: "unknown",
  evidence: [],
});
const order = (deliveredAt: string | null) =>
  orderSchema.parse({
    id: "1",
    name: "#1",
    placedAt: "2026-11-01T09:00:00Z",
    fulfillments: [{ id: "2", status: "success", deliveredAt }],
  });
const wroteAt = new Date("2026-11-20T12:00:00Z");
const missing = {
  intent: "delivery_problem" as const,
  claims: [claim("not_received"), claim("overdue"), claim("repeated")],
};

describe("what somebody wrote before their parcel came", () => {
  it("says nothing of a parcel that is missing", () => {
    const now = sinceTheyWrote(missing, { orders: [order("2026-11-20T15:00:00Z")], wroteAt });
    expect(now).toEqual({ intent: "order_status", claims: [claim("repeated")] });
  });

  it.each([
    ["it came before", order("2026-11-20T11:00:00Z"), missing],
    ["it is still on its way", order(null), missing],
    [
      "they write that it is only marked as delivered",
      order("2026-11-20T15:00:00Z"),
      { ...missing, claims: [claim("marked_delivered")] },
    ],
  ])("stands as it was where %s", (_name, known, reading) => {
    expect(sinceTheyWrote(reading, { orders: [known], wroteAt })).toEqual(reading);
  });
});
