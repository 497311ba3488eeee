import { describe, expect, it } from "vitest";
import { mayStillSend, type Circumstances } from "./may-still-send.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const before = new Date("2026-03-02T09:00:00.000Z");
const later = new Date("2026-03-02T11:00:00.000Z");

const wanted: Circumstances = {
  delivery: { status: "queued", leaseUntil: null, nextAttemptAt: before, createdAt: before },
  now,
  installed: true,
  suppressed: false,
  redacted: false,
  draftStatus: "sent",
  answeredByOther: false,
};
const being = (delivery: Partial<Circumstances["delivery"]>) => ({
  ...wanted,
  delivery: { ...wanted.delivery, ...delivery },
});

describe("mayStillSend", () => {
  it("sends what is queued, due and still wanted", () => {
    expect(mayStillSend(wanted)).toEqual({ decision: "send" });
  });

  it.each([
    [{ installed: false }, "the shop uninstalled the app"],
    [{ suppressed: true }, "the address takes no mail"],
    [{ redacted: true }, "the shopper's data was redacted"],
    [{ draftStatus: "stale" }, "the draft is no longer the approved one"],
    [{ draftStatus: null }, "the draft is no longer the approved one"],
    [{ toTell: false }, "what it tells was settled meanwhile"],
    [{ unwanted: "They wrote meanwhile." }, "They wrote meanwhile."],
    [{ answeredByOther: true }, "the message was answered meanwhile"],
  ])("cancels when %j", (change, reason) => {
    expect(mayStillSend({ ...wanted, ...change })).toEqual({ decision: "cancel", reason });
  });

  it("sends a code that still counts, whatever draft there is, and no other", () => {
    const code = { ...wanted, draftStatus: null };
    expect(mayStillSend({ ...code, codeWanted: true })).toEqual({ decision: "send" });
    const reason = "the code no longer counts";
    expect(mayStillSend({ ...code, codeWanted: false })).toEqual({ decision: "cancel", reason });
    expect(mayStillSend({ ...code, codeWanted: true, suppressed: true })).toMatchObject({
      decision: "cancel",
    });
  });

  it("sends what has to be told still", () => {
    expect(mayStillSend({ ...wanted, toTell: true })).toEqual({ decision: "send" });
  });

  it("lets a quiet hour pass, and cancels what is not wanted any more before that", () => {
    const quiet = { ...wanted, unwanted: null, notBefore: later };
    expect(mayStillSend(quiet)).toMatchObject({ decision: "wait", until: later });
    expect(mayStillSend({ ...quiet, notBefore: before })).toEqual({ decision: "send" });
    expect(mayStillSend({ ...quiet, unwanted: "It is over." }).decision).toBe("cancel");
  });

  it("waits for its time", () => {
    expect(mayStillSend(being({ nextAttemptAt: later }))).toMatchObject({ decision: "wait", until: later });
  });

  it("leaves a send that is under way alone, and calls it uncertain once its lease is over", () => {
    expect(mayStillSend(being({ status: "sending", leaseUntil: later }))).toMatchObject({
      decision: "wait",
      until: later,
    });
    expect(mayStillSend(being({ status: "sending", leaseUntil: before }))).toEqual({ decision: "uncertain" });
    expect(mayStillSend(being({ status: "sending", leaseUntil: null }))).toEqual({ decision: "uncertain" });
  });

  it.each(["sent", "failed", "uncertain", "cancelled"])("does nothing when it is %s", (status) => {
    expect(mayStillSend(being({ status }))).toEqual({ decision: "nothing", reason: `it is ${status}` });
  });

  it("never takes an uncertain one up again, whatever else is true", () => {
    for (const installed of [true, false]) {
      expect(mayStillSend({ ...being({ status: "uncertain" }), installed }).decision).toBe("nothing");
    }
  });
});
