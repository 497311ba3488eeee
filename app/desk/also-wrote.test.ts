import { expect, it } from "vitest";
import { alsoWrote } from "./also-wrote.ts";

const one = (id: string, status: string, subject = "Where is it?") => ({ id, status, subject });

const about = (...ids: string[]) => new Map(ids.map((id) => [id, ["1", "2"]]));

it("names the other conversations about an order that wait, or were answered, once each", () => {
  const conversations = [one("here", "open"), one("there", "open"), one("before", "waiting", "")];
  const orders = [
    { id: "1", name: "#1001", conversations },
    { id: "2", name: "#1002", conversations },
  ];
  expect(alsoWrote("here", { orders, about: about("here", "there", "before") })).toEqual([
    {
      ...{ rule: "also_wrote", outcome: "warn", conversationId: "there" },
      ...{ code: "open", values: { order: "#1001", other: "Where is it?" } },
      why: "They also wrote about order #1001 in “Where is it?”, and wait for an answer there too. Answer both in one of them",
    },
    {
      ...{ rule: "also_wrote", outcome: "warn", conversationId: "before" },
      ...{ code: "waiting", values: { order: "#1001", other: "none" } },
      why: "They also wrote about order #1001 in another conversation, and were answered there. Say nothing here that goes against it",
    },
  ]);
});

it("says nothing of what is closed, snoozed or spam", () => {
  const conversations = [one("a", "closed"), one("b", "snoozed"), one("c", "spam")];
  const orders = [{ id: "1", name: "#1001", conversations }];
  expect(alsoWrote("here", { orders, about: about("here", "a", "b", "c") })).toEqual([]);
});

it("says nothing where either only might be about the order", () => {
  const orders = [{ id: "1", name: "#1001", conversations: [one("here", "open"), one("there", "open")] }];
  const known: [string, string[]][][] = [
    [
      ["here", []],
      ["there", ["1"]],
    ],
    [
      ["here", ["1"]],
      ["there", ["2"]],
    ],
    [["here", ["1"]]],
    [],
  ];
  for (const one of known) expect(alsoWrote("here", { orders, about: new Map(one) })).toEqual([]);
});
