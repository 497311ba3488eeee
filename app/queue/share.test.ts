import { describe, expect, it } from "vitest";
import { slotsPerShop } from "#app/queue/share.ts";

describe("slotsPerShop", () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [8, 6],
    [200, 150],
  ])("of %i slots one shop may fill %i", (slots, share) => {
    expect(slotsPerShop(slots)).toBe(share);
  });
});
