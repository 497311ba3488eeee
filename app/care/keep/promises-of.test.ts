import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import type { Draft } from "#app/care/draft/draft.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";
import { promisesOf } from "./promises-of.ts";

const fact = (id: string, kind: Draft["facts"][number]["kind"], raw: string): Draft["facts"][number] => ({
  id,
  label: id,
  value: raw,
  kind,
  raw,
  source: { entity: "order", id: "1", field: id },
  observedAt: "2026-03-01T00:00:00.000Z",
  needs: "none",
});
const sentence = (text: string, kind: Draft["sentences"][number]["kind"], cites: string[] = []) => ({
  text,
  kind,
  cites,
  stage: "next" as const,
});
const draft = {
  facts: [
    fact("f1", "date", "2026-03-12"),
    fact("f2", "date", "2026-03-14"),
    fact("f3", "money", "5.00 EUR"),
  ],
  sentences: [
    sentence("Your parcel left on 12 March.", "fact", ["f1"]),
    sentence("We will write to you again by 14 March.", "promise", ["f1", "f2", "f3"]),
    sentence("We will keep an eye on it.", "promise"),
    sentence("We will call you.", "promise"),
  ],
};

describe("promisesOf", () => {
  it("keeps the promises that are still in what was sent, with the last day they cite", () => {
    const text =
      "Hello,\n\nYour parcel left on 12 March. We will write to you\nagain by 14 March. We will keep an eye on it.";
    const answer = false;
    expect(promisesOf(draft, text)).toEqual([
      {
        text: "We will write to you again by 14 March.",
        dueAt: new Date("2026-03-14T23:59:59.999Z"),
        answer,
      },
      { text: "We will keep an eye on it.", dueAt: null, answer },
    ]);
  });

  it.each([
    ["America/Los_Angeles", "2026-03-15T06:59:59.999Z"],
    ["Europe/Berlin", "2026-03-14T22:59:59.999Z"],
    ["Asia/Kolkata", "2026-03-14T18:29:59.999Z"],
    ["Pacific/Auckland", "2026-03-14T10:59:59.999Z"],
  ])("is due when the day ends in %s", (timeZone, dueAt) => {
    const text = "We will write to you again by 14 March.";
    expect(promisesOf(draft, text, timeZone)).toMatchObject([{ dueAt: new Date(dueAt) }]);
  });

  it("is due when the day ends on a day the clocks change", () => {
    const facts = [fact("f1", "date", "2026-03-29")];
    const sentences = [sentence("We will write by 29 March.", "promise", ["f1"])];
    const [promise] = promisesOf({ facts, sentences }, "We will write by 29 March.", "Europe/Berlin");
    expect(promise?.dueAt).toEqual(new Date("2026-03-29T21:59:59.999Z"));
  });

  it("finds none in a reply a person rewrote", () => {
    expect(promisesOf(draft, "Hello, it is on its way.")).toEqual([]);
  });

  it("gives what a draft promises its day: the shop's own term", () => {
    const { facts, reading } = inputs(cases["refund asked"] as Case, "de");
    const { content } = composeDraft({
      facts,
      reading: { ...reading, language: "de" },
      text: "",
      voice: "friendly",
      shopDomains: [],
      seesAllOrders: true,
    });
    const due = promisesOf(content, content.text, "Europe/Berlin").filter(({ dueAt }) => dueAt !== null);
    expect(due).toMatchObject([{ dueAt: new Date("2026-03-23T22:59:59.999Z"), answer: true }]);
  });
});
