import { describe, expect, it } from "vitest";
import { findUntold } from "./find-untold.ts";
import type { SideFact } from "./side-facts.ts";

const facts: SideFact[] = [
  { id: "1:order", kind: "order", value: "#1001", personal: false },
  { id: "1:name", kind: "name", value: "Ada Müller-Berg", personal: true },
  { id: "1:address", kind: "address", value: "Lindenallee 4\n10115\nBerlin", personal: true },
  { id: "1:phone", kind: "phone", value: "+49 (0) 30 1234567", personal: true },
  { id: "1:email", kind: "email", value: "Ada@shopper.example", personal: true },
];
const untold = (text: string, told: string[] = []) => findUntold(text, facts, told).map(({ kind }) => kind);

describe("findUntold", () => {
  it("finds nothing where the order alone is spoken of", () => {
    expect(untold("Order #1001: where is parcel JD0001? It should be in Hamburg by now.")).toEqual([]);
  });

  it.each([
    ["The parcel of Mrs. Müller, please.", "name"],
    ["for ADA, as always", "name"],
    ["Deliver to lindenallee 4.", "address"],
    ["Call 030 / 123 45 67", "phone"],
    ["Write to ada@shopper.example.", "email"],
  ])("finds what nobody chose to tell: %s", (text, kind) => {
    expect(untold(text)).toContain(kind);
  });

  it("does not take a part of another word for a name", () => {
    expect(untold("The adapter and the canada label are missing.")).toEqual([]);
  });

  it("takes what was chosen of one order for chosen of the other", () => {
    const again: SideFact = { id: "2:name", kind: "name", value: "ada müller-berg", personal: true };
    expect(findUntold("Ada", [...facts, again], ["1:name"])).toEqual([]);
  });

  it("lets through what was ticked, and only that", () => {
    expect(untold("Ada, Lindenallee 4", ["1:name"])).toEqual(["address"]);
    expect(untold("Ada, Lindenallee 4", ["1:name", "1:address"])).toEqual([]);
  });
});
