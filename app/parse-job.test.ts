import { describe, expect, it } from "vitest";
import { parseJob } from "#app/parse-job.ts";

describe("parseJob", () => {
  it("hands on what the map describes, and drops what it does not", () => {
    const data = { shopId: "s", deliveryId: "d", from: "a later deploy" };
    expect(parseJob({ name: "mirrorDelivery", event: "webhook-recorded", data })).toEqual({
      outcome: "parsed",
      data: { shopId: "s", deliveryId: "d" },
    });
  });

  it("names the field and not its value", () => {
    const parsed = parseJob({
      name: "mirrorDelivery",
      event: "webhook-recorded",
      data: { shopId: "s", deliveryId: 12345 },
    });
    expect(parsed).toEqual({
      outcome: "refused",
      reason: "the payload does not fit its event: deliveryId: invalid_type",
    });
  });

  it("does not know an event that is not on the map: a newer release may", () => {
    expect(parseJob({ name: "x", event: "constructor", data: {} })).toEqual({
      outcome: "unknown",
      reason: "no event has this name",
    });
  });
});
