import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import type { Reason } from "#app/care/decide/outreach.ts";
import { outreachState, type OutreachInWords } from "./outreach-words.ts";

const now = "2026-11-20T20:00:00.000Z";
const said = (given: Partial<OutreachInWords> | null, theirs: string | null = "America/New_York") =>
  outreachState(english, {
    outreach: given && {
      ...{ state: "waiting", reasons: [], notBefore: null, lookAt: null, changedAt: now },
      ...given,
    },
    zones: { theirs, shop: "Europe/Berlin" },
    now,
  }).text;
const reason = (outcome: Reason["outcome"], rule: string, why = "Because."): Reason => ({
  outcome,
  rule,
  why,
});

it("says where a message stands", () => {
  expect(said(null)).toBe("Being decided");
  expect(said({})).toBe("Draft waits");
  expect(said({ state: "approved" })).toBe("Being sent");
  expect(said({ state: "sent" })).toBe("Sent Nov 20");
  expect(said({ state: "held_out" })).toBe("Not written: held back by chance");
});

it("says until when by the shopper's clock, with the day where that is not today's", () => {
  const notBefore = "2026-11-21T13:00:00.000Z";
  expect(said({ state: "approved", notBefore })).toBe("Leaves at Nov 21, 08:00 their time");
  expect(said({ state: "approved", notBefore: "2026-11-20T20:00:00.000Z" })).toBe(
    "Leaves at 15:00 their time",
  );
  expect(said({ state: "approved", notBefore: "2026-11-20T20:00:00.000Z" }, null)).toBe("Leaves at 21:00");
  const lookAt = "2026-11-24T13:00:00.000Z";
  const reasons = [reason("pass", "news"), reason("hold", "cap")];
  expect(said({ state: "held", lookAt, reasons })).toBe(
    "Held until Nov 24, 14:00: they had enough this week",
  );
  // The hour of tomorrow is not mistaken for today's.
  expect(said({ state: "held", lookAt: "2026-11-21T05:00:00.000Z", reasons })).toBe(
    "Held until Nov 21, 06:00: they had enough this week",
  );
  expect(said({ state: "held", reasons })).toBe("Held: they had enough this week");
});

it("says the first thing against it, in the rule's own words where it has none here", () => {
  const reasons = [reason("hold", "cap"), reason("refuse", "severity"), reason("refuse", "told_by")];
  expect(said({ state: "refused", reasons })).toBe("Not written: below your threshold");
  const unheard = [reason("refuse", "unheard_of", "The moon is full.")];
  expect(said({ state: "refused", reasons: unheard })).toBe("Not written: the moon is full");
  expect(said({ state: "refused" })).toBe("Not written: no reason was kept");
});
