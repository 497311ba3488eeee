import { describe, expect, it } from "vitest";
import type { CompletionOutcome } from "#app/ports.ts";
import { heard } from "./model-heard.ts";
import type { ModelAnswer } from "./model-prompt.ts";

const usage = { tokensIn: 900, tokensOut: 40, tokensCached: 800, tokensWritten: 0 };
const nothing = { tokensIn: 0, tokensOut: 0, tokensCached: 0, tokensWritten: 0 };
const value: ModelAnswer = { label: "worry", intensity: 0.5, confidence: 0.8 };
type Outcome = CompletionOutcome<ModelAnswer>;

describe("what was paid for is kept", () => {
  it.each<[Outcome, object]>([
    [
      { outcome: "answered", value, usage },
      { outcome: "answered", value },
    ],
    [{ outcome: "refused", usage }, { outcome: "refused" }],
    [{ outcome: "invalid", reason: "cut_off", usage }, { outcome: "invalid" }],
  ])("%o", (outcome, kept) => {
    expect(heard(outcome)).toEqual({ kept, spent: usage });
  });
});

describe("what may go better next time is not, and counts for what it may have cost", () => {
  it.each<[Outcome, string, typeof nothing | null]>([
    [{ outcome: "invalid", reason: "not_json", usage: null }, "invalid_answer", null],
    [{ outcome: "throttled", retryAfter: 1_000 }, "unavailable", nothing],
    [{ outcome: "unavailable", reason: "timed_out" }, "timed_out", null],
    [{ outcome: "unavailable", reason: "broken_off" }, "unavailable", null],
    [{ outcome: "unavailable", reason: "unreachable" }, "unavailable", nothing],
    [{ outcome: "unavailable", reason: "stopped" }, "unavailable", null],
    [{ outcome: "unavailable", reason: "overloaded" }, "unavailable", nothing],
    [{ outcome: "unavailable", reason: "key_refused" }, "unavailable", nothing],
    [{ outcome: "unavailable", reason: "http_error" }, "unavailable", nothing],
    [{ outcome: "unavailable", reason: "paused" }, "unavailable", nothing],
  ])("%o", (outcome, absence, spent) => {
    expect(heard(outcome)).toEqual({ kept: null, absence, spent });
  });
});
