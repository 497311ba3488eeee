import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { blamedLabel, causeLabel, modelAbsenceLabel, sureLabel } from "./labels.ts";

it("says at whom something is directed, and nothing when it is nobody", () => {
  expect([causeLabel(english, "money"), blamedLabel(english, "nobody")]).toEqual(["Money", ""]);
  expect(blamedLabel(english, "carrier")).toBe("Directed at the carrier");
});

it("says how sure by what it shows", () => {
  expect([0.596, 0.449, 0.1, 0.97].map((sure) => sureLabel(english, sure))).toEqual([
    "Fairly sure (60%)",
    "Somewhat sure (45%)",
    "Not sure (10%)",
    "Very sure (97%)",
  ]);
});

it("says why no model read", () => {
  expect(modelAbsenceLabel(english, undefined)).toBe("Not asked");
  expect(modelAbsenceLabel(english, "no_key")).toBe("No model connected");
  expect(modelAbsenceLabel(english, "timed_out")).toBe("Did not answer in time");
});
