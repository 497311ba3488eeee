import { describe, expect, it } from "vitest";
import { draftCases, type DraftCase } from "./cases.ts";
import { policyUrl } from "./draft-input.ts";
import { recordOf } from "./record.ts";
import { holds, presentFacts, toldAgainst } from "./told.ts";

const caseOf = (id: string): DraftCase => {
  const found = draftCases().find((given) => given.id === id);
  if (!found) throw new Error(`No case ${id}`);
  return found;
};
const about = (given: DraftCase) => ({ given, language: given.language, record: recordOf(given) });
const said = (text: string, cites: string[] = []) => ({
  text,
  sentences: [{ kind: "fact" as const, cites }],
});

describe("what a draft says", () => {
  const given = caseOf("draft-en-01"); // asks for name, eta and tracking|link; the parcel is due on March 21

  it("is found by value, whatever its form, and either of two will do", () => {
    const present = (text: string) => presentFacts(said(text), about(given));
    expect(present("Order 4471 comes on March 21: https://track.example/JD52353211940")).toEqual([
      true,
      true,
      true,
    ]);
    expect(present("Order #4471 comes on 21 March, number JD52353211940.")).toEqual([true, true, true]);
    expect(present("Order #44710 comes on March 22.")).toEqual([false, false, false]);
  });

  it("is found by a citation where it is a state", () => {
    const waiting = caseOf("draft-en-03"); // asks for name and status
    expect(presentFacts(said("#4486", ["order:4486:status"]), about(waiting))).toEqual([true, true]);
    expect(presentFacts(said("#4486", ["order:4486:total"]), about(waiting))).toEqual([true, false]);
  });

  it("must not hold an amount or an address that needs more proof", () => {
    const charged = caseOf("draft-en-32");
    expect(toldAgainst(said("It comes to $42.99."), about(charged))).toEqual(["total"]);
    expect(toldAgainst(said("We send it to 17 Mill Lane."), about(charged))).toEqual(["address"]);
    expect(toldAgainst(said("We look into it."), about(charged))).toEqual([]);
  });

  it("must hold nothing of an order for a writer who proved nothing", () => {
    const stranger = caseOf("draft-en-39");
    const told = (text: string, cites: string[] = []) => toldAgainst(said(text, cites), about(stranger));
    expect(told(`Thanks for asking about 4751. ${policyUrl}`)).toEqual([]);
    expect(told("Your Table runner is on its way.")).toEqual(["order"]);
    expect(told("It was scanned on August 17.")).toEqual(["order"]);
    expect(told("It is on its way.", ["order:4751:status"])).toEqual(["order"]);
  });
});

it("finds a word only as a word of its own, in any script", () => {
  expect(holds("order 4471.", "4471")).toBe(true);
  expect(holds("order 44712", "4471")).toBe(false);
  expect(holds("in Orléansville", "Orléans")).toBe(false);
  expect(holds("リネンエプロンが", "リネンエプロン")).toBe(true);
});
