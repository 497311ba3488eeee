import { expect, it } from "vitest";
import { leftOutCheck } from "#app/care/draft/model/why-set-aside.ts";
import { alsoWrote } from "#app/desk/also-wrote.ts";
import { english } from "#tests/setup/english.ts";
import { checkInWords, optionLabel } from "./check-words.ts";

const note = (rule: string, code: string, values: Record<string, string | number>) =>
  checkInWords(english, { rule, code, values, why: "Kept in English" });

it("says by its code what a reviewer has to know", () => {
  expect(note("to_know", "wrote_first", { day: "2026-03-16", kind: "stalled" })).toBe(
    "They answer what we wrote on March 16 about a parcel that had not been scanned for long",
  );
  expect(note("to_do", "commits", { option: "carrier_enquiry" })).toBe(
    "Sending this commits the team: ask the carrier where the parcel is",
  );
  expect(note("language", "of_message", { theirs: "pl", ours: "en" })).toBe(
    "They write in Polish; this draft is in English",
  );
  expect(note("hint", "no_record", { offer: "refund", because: "A refund was made already" })).toBe(
    "No record or policy lets the composer offer a refund (a refund was made already). Add it yourself if the shop agrees",
  );
  expect(note("hint", "no_record", { offer: "store_credit", because: "none" })).toBe(
    "No record or policy lets the composer offer this: Give store credit. Add it yourself if the shop agrees",
  );
});

it("says in English what the check keeps in English", () => {
  const summary = { id: "there", subject: "Where is it?", status: "open" };
  const orders = [{ id: "1", name: "#1001", conversations: [summary, { ...summary, id: "b", subject: "" }] }];
  const about = new Map(["here", "there", "b"].map((id) => [id, ["1"]]));
  const checks = [
    ...alsoWrote("here", { orders, about }),
    ...leftOutCheck(["empty"]),
    ...leftOutCheck(["markup", "tone"]),
  ];
  expect(checks).toHaveLength(4);
  for (const check of checks) expect(checkInWords(english, check)).toBe(check.why);
});

it("says what it keeps where there are no words by its code, and the rule where it keeps none", () => {
  expect(note("to_know", "unheard_of", {})).toBe("Kept in English");
  expect(checkInWords(english, { rule: "wrong_language", why: "" })).toBe("Wrong language");
  expect(optionLabel(english, { id: "new_one", label: "Send a card" })).toBe("Send a card");
});
