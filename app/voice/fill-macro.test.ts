import { describe, expect, it } from "vitest";
import {
  fillMacro,
  halfPlaceholders,
  macroFields,
  placeholdersIn,
  unknownPlaceholders,
} from "./fill-macro.ts";

describe("a macro", () => {
  it("is filled with what the records say", () => {
    const text = "Hi {{first_name}}, {{order}} is with {{carrier}}: {{tracking_number}}.";
    const values = { first_name: "Ana", order: "#1001", carrier: "DHL", tracking_number: "JD01" };
    expect(fillMacro(text, values)).toEqual({ text: "Hi Ana, #1001 is with DHL: JD01.", gaps: [] });
  });

  it("keeps open what no record says, each gap named once", () => {
    const text = "It comes on {{estimated_day}}. Yes, {{estimated_day}}, {{first_name}}.";
    expect(fillMacro(text, { first_name: "Ana" })).toEqual({
      text: "It comes on {{estimated_day}}. Yes, {{estimated_day}}, Ana.",
      gaps: ["estimated_day"],
    });
    expect(fillMacro("{{order}}", { order: "" }).gaps).toEqual(["order"]);
  });

  it("takes a placeholder however it is spaced or capitalised, and shows it one way", () => {
    expect(fillMacro("{{ Tracking Number }} / {{tracking-number}}", { tracking_number: "JD01" }).text).toBe(
      "JD01 / JD01",
    );
    expect(fillMacro("{{ Tracking Number }}", {})).toEqual({
      text: "{{tracking_number}}",
      gaps: ["tracking_number"],
    });
  });

  it("leaves open what is no field of ours, also what every object has", () => {
    expect(fillMacro("{{gift}} {{constructor}} {{}}", {}).gaps).toEqual(["gift", "constructor", ""]);
    expect(unknownPlaceholders("{{gift}} {{order}}")).toEqual(["gift"]);
  });

  it("finds what was meant as a placeholder and lacks a brace on each side", () => {
    expect(halfPlaceholders("{order}, { Tracking Number }, {pick_up}")).toEqual([
      ...["order", "tracking_number", "pick_up"],
    ]);
    expect(halfPlaceholders("{{order}} {sic} {} {{{name}}}")).toEqual([]);
  });

  it("never fills a second time: what a record says is only words", () => {
    const filled = fillMacro("{{name}} {{order}}", { name: "{{order}}", order: "$& #1001" });
    expect(filled.text).toBe("{{order}} $& #1001");
    // It looks like a gap, and so it is not sent unseen.
    expect(placeholdersIn(filled.text)).toEqual(["order"]);
  });

  it("is left as it is where nothing is open", () => {
    const text = "Braces {like these} and } those { {stay}.";
    expect(fillMacro(text, { order: "#1" })).toEqual({ text, gaps: [] });
    expect(placeholdersIn(macroFields.map((field) => `{{${field}}}`).join(" "))).toEqual([...macroFields]);
  });
});
