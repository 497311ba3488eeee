import { describe, expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { decisionInWords } from "./decision-words.ts";

const mia = { id: "7", name: "Mia Tanaka" };
/** Without the marks around names. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/gu, "");

describe("who decided about an issue", () => {
  it.each(["approved", "declined", "snoozed"] as const)("is named where it was %s", (state) => {
    const outreach = { state, reasons: [], lookAt: null };
    const said = (decider: typeof mia | null, me: string) =>
      plain(decisionInWords(english, { outreach, status: "open", decider, me }, null).summary);
    expect(said(mia, "42")).toMatch(/^Mia Tanaka /u);
    expect(said(mia, "7")).toMatch(/^You /u);
    expect(said(null, "7")).toMatch(/^Somebody of your team /u);
  });

  it("is named where it was called no problem", () => {
    const given = { outreach: null, status: "dismissed", decider: mia, me: "42" };
    expect(plain(decisionInWords(english, given, null).summary)).toBe(
      "Mia Tanaka said that it is no problem.",
    );
  });
});
