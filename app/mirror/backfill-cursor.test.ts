import { describe, expect, it } from "vitest";
import { minutes, seconds } from "#app/lib/duration.ts";
import { cursorSchema, nextStage, pollDelay } from "#app/mirror/backfill-cursor.ts";

describe("backfill cursor", () => {
  it("begins at the shop and ends after the events, keeping its version", () => {
    const visited: string[] = [];
    for (let cursor = nextStage(cursorSchema.parse({ version: 4 })); cursor; cursor = nextStage(cursor)) {
      visited.push(cursor.stage);
      expect(cursor.version).toBe(4);
    }
    expect(visited).toEqual(["customers", "orders", "events"]);
  });

  it("asks soon for a small shop and seldom for a large one", () => {
    expect(pollDelay(0)).toBe(seconds(1));
    expect(pollDelay(seconds(40))).toBe(seconds(10));
    expect(pollDelay(minutes(60))).toBe(minutes(1));
  });
});
