import { describe, expect, it } from "vitest";
import { mayStillAlert, type AlertCircumstances } from "#app/care/triage/may-still-alert.ts";
import { nextAlertAttempt } from "#app/care/triage/next-alert-attempt.ts";

const NOW = new Date("2026-11-24T02:00:00Z");
const SOON = new Date("2026-11-24T02:01:00Z");
const may = (send: Partial<AlertCircumstances["send"]>, other: Partial<AlertCircumstances> = {}) =>
  mayStillAlert({
    send: { status: "queued", leaseUntil: null, nextAttemptAt: NOW, ...send },
    now: NOW,
    installed: true,
    alertState: "open",
    ...other,
  });

describe("one send of an alert", () => {
  it("leaves once it is due", () => {
    expect(may({})).toEqual({ decision: "send" });
    expect(may({ nextAttemptAt: SOON })).toMatchObject({ decision: "wait", until: SOON });
  });

  it("is another run's while that lives, and may have left once that died", () => {
    expect(may({ status: "sending", leaseUntil: SOON })).toMatchObject({ decision: "wait", until: SOON });
    expect(may({ status: "sending", leaseUntil: NOW })).toEqual({ decision: "uncertain" });
  });

  it("does not leave for nothing", () => {
    expect(may({}, { installed: false })).toMatchObject({ decision: "cancel" });
    expect(may({}, { alertState: "acknowledged" })).toMatchObject({ decision: "cancel" });
    expect(may({}, { alertState: null })).toMatchObject({ decision: "cancel" });
    expect(may({ status: "sent" })).toMatchObject({ decision: "nothing" });
    expect(may({ status: "uncertain" })).toMatchObject({ decision: "nothing" });
  });

  it("is tried again soon, and not for ever", () => {
    expect(nextAlertAttempt(1, NOW)).toEqual(new Date("2026-11-24T02:00:05Z"));
    expect(nextAlertAttempt(5, NOW)).toEqual(new Date("2026-11-24T02:05:00Z"));
    expect(nextAlertAttempt(6, NOW)).toBeNull();
  });
});
