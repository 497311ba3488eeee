import { describe, expect, it } from "vitest";
import { eventKinds } from "#app/conversation/event-kind.ts";
import { english } from "#tests/setup/english.ts";
import { actorWords, eventWords } from "./activity-words.ts";

const ME = { me: "42", zone: "Europe/Berlin" };
const of = (kind: string, data: Record<string, unknown> = {}) =>
  plain(eventWords(english, { kind, data, people: { "7": "Tom", "42": "Ada" } }, ME));
/** Without the marks around names. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/gu, "");

describe("what was done to a conversation", () => {
  it.each([
    ["assigned", { from: null, to: "7" }, "Assigned to Tom"],
    ["assigned", { from: null, to: "42" }, "Assigned to you"],
    ["assigned", { from: "7", to: null }, "Assignee removed"],
    ["tagged", { tags: ["vip", "late"] }, "Tags added: vip and late"],
    ["untagged", { tags: ["vip"] }, "Tag removed: vip"],
    ["priority", { from: "normal", to: "high" }, "Priority set to High"],
    ["snoozed", { to: "snoozed", until: "2026-11-24T08:00:00Z" }, "Snoozed until Nov 24, 2026, 09:00 GMT+1"],
    [
      "handed_over",
      { to: "7", until: "2026-11-24T08:00:00Z" },
      "Handed over to Tom, to be answered by Nov 24, 2026, 09:00 GMT+1",
    ],
    ["sent", { made: "drafted" }, "Message approved and sent"],
    ["sent", { made: "edited" }, "Draft edited and sent"],
    ["sent", { made: "own" }, "Own message sent"],
    ["taken_back", { deliveryId: "d" }, "Message taken back before it left"],
    ["declined", { draftId: "d" }, "Draft declined"],
    ["noted", { removed: true }, "Internal note removed"],
    ["closed", { undoes: "c1" }, "Closed (undoing an earlier change)"],
  ])("%s %j", (kind, data, said) => {
    expect(of(kind, data)).toBe(said);
  });

  it("says who did it, also where it is nobody of the team", () => {
    const by = (id: string, name: string | null = null) => actorWords(english, { id, name }, "42");
    expect(["42", "rule:r1", "shopper", "attune", "99"].map((id) => by(id))).toEqual([
      ...["You", "Rule", "Shopper", "Attune", "Somebody who left the team"],
    ]);
    expect(by("8", "Mia")).toBe("Mia");
  });

  it("has words for every kind", () => {
    // A note is shown itself; that one was taken away has its own words.
    const kinds = eventKinds.filter((kind) => kind !== "noted");
    expect(kinds.filter((kind) => !english.knows(`acting.did.${kind}`))).toEqual([]);
  });
});
