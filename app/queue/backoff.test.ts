import { describe, expect, it } from "vitest";
import { hours, seconds } from "#app/lib/duration.ts";
import { aloneSoon, backoff, MOST_ATTEMPTS } from "#app/queue/backoff.ts";

describe("backoff", () => {
  it("doubles from two seconds and stops at an hour", () => {
    expect(backoff(1, 1)).toBe(seconds(2));
    expect(backoff(2, 1)).toBe(seconds(4));
    expect(backoff(5, 1)).toBe(seconds(32));
    expect(backoff(40, 1)).toBe(hours(1));
  });

  it("is spread over its upper half", () => {
    expect(backoff(3, 0)).toBe(seconds(4));
    expect(backoff(3, 0.5)).toBe(seconds(6));
  });

  it("outlasts an outage of two hours before a job is given up", () => {
    let waited = 0;
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) waited += backoff(attempt, 0);
    expect(waited).toBeGreaterThan(hours(2));
  });
});

describe("aloneSoon", () => {
  it("is spread over a second", () => {
    expect(aloneSoon(0)).toBe(0);
    expect(aloneSoon(0.5)).toBe(seconds(0.5));
  });
});
