import { expect, it } from "vitest";
import { alsoWrote } from "./also-wrote.ts";

const one = (id: string, status: string, subject = "Where is it?") => ({ id, status, subject });

it("names the other conversations about an order that wait, or were answered, once each", () => {
  const conversations = [one("here", "open"), one("there", "open"), one("before", "waiting", "")];
  const checks = alsoWrote("here", [
    { name: "#1001", conversations },
    { name: "#1002", conversations },
  ]);
  expect(checks).toEqual([
    {
      ...{ rule: "also_wrote", outcome: "warn", conversationId: "there" },
      why: "They also wrote about order #1001 in “Where is it?”, and wait for an answer there too. Answer both in one of them",
    },
    {
      ...{ rule: "also_wrote", outcome: "warn", conversationId: "before" },
      why: "They also wrote about order #1001 in another conversation, and were answered there. Say nothing here that goes against it",
    },
  ]);
});

it("says nothing of what is closed, snoozed or spam", () => {
  const conversations = [one("a", "closed"), one("b", "snoozed"), one("c", "spam")];
  expect(alsoWrote("here", [{ name: "#1001", conversations }])).toEqual([]);
});
