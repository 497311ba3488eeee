import { expect, it } from "vitest";
import { withSuggested } from "#app/voice/with-suggested.ts";

const passage = (id: string) => ({
  ...{ id, sourceKind: "article", sourceId: id, language: "en", title: id, heading: "", body: `${id}.` },
  mirroredAt: new Date(0),
});
const found = ["a", "b", "c"].map((id, at) => ({ ...passage(id), clear: at === 0 }));
const said = (suggested: string[]) =>
  withSuggested(found, suggested.map(passage)).map(({ id, clear }) => (clear ? `${id}!` : id));

it("puts what a team wants used before what is found, and takes its first for the answer", () => {
  expect(said([])).toEqual(["a!", "b", "c"]);
  expect(said(["x"])).toEqual(["x!", "a", "b", "c"]);
  expect(said(["b", "y"])).toEqual(["b!", "y", "a", "c"]);
});
