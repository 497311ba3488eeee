import { expect, it } from "vitest";
import { csvOf } from "./csv.ts";

it("quotes words, and leaves numbers bare", () =>
  expect(csvOf([["Mug, 0.7 l", 'The "big" one', -1.5, 0, null, "two\nlines"]])).toBe(
    '\uFEFF"Mug, 0.7 l","The ""big"" one",-1.5,0,,"two\nlines"\r\n',
  ));

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(1)", "＝1"])(
  "lets no spreadsheet calculate %j",
  (name) => expect(csvOf([[name]])).toBe(`\uFEFF"'${name}"\r\n`),
);
