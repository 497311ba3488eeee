import { expect, it } from "vitest";
import { inZone, laterThan } from "./time.ts";

it("writes the shop's own time, summer and winter", () => {
  expect(inZone("2026-11-20T23:30:00Z", "Europe/Berlin")).toBe("2026-11-21T00:30:00+01:00");
  expect(inZone("2026-07-01T12:00:00Z", "Europe/Berlin")).toBe("2026-07-01T14:00:00+02:00");
  expect(inZone("2026-07-01T12:00:00Z", "UTC")).toBe("2026-07-01T12:00:00+00:00");
});

it("gives every version a time of its own", () => {
  const now = new Date("2026-11-20T10:00:00.900Z");
  expect(laterThan("2026-11-20T09:00:00Z", now)).toBe("2026-11-20T10:00:00Z");
  expect(laterThan("2026-11-20T10:00:00Z", now)).toBe("2026-11-20T10:00:01Z");
});
