import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import en from "#app/words/en.json" with { type: "json" };
import { english } from "#tests/setup/english.ts";
import { keptKey, keptPrefixes, keptSentence, keptWords, sourceLabel } from "./kept-words.ts";

type Kept = (typeof keptPrefixes)[number];

const LABEL = /\blabel:\s*(?:[^"`\n]*\?\s*)?"([^"]+)"/gu;
const OTHER_LABEL = /\blabel:[^"`\n]*"[^"]+" : "([^"]+)"/gu;
const WHY = /\bwhy(?: =|:)\s*"([^"]+)"/gu;
const NOTE = /\bwarn\(\s*"\w+",\s*"([^"]+)"/gu;
const HAND_OVER = /\bhandOver: "([^"]+)"/gu;
const TOLD = /^const (?:UNSEEN|OTHER_PARCEL|ONE_QUESTION) =\s*"([^"]+)"/gmu;
const TABLE = /^ {2}\w+: "([^"]+)",$/gmu;

/** Where the sentences are that records keep, and how they are written there. */
const SOURCES: Record<Kept, { at: string[]; finds: RegExp[] }> = {
  fact: { at: ["care/draft/facts"], finds: [LABEL, OTHER_LABEL] },
  check: {
    at: [
      ...["care/draft/guard", "care/draft/foreign-data.server.ts", "care/review/approve-draft.server.ts"],
      "care/review/check-recipient.server.ts",
      ...["care/draft/model/why-set-aside.ts", "care/draft/guard.ts", "care/draft/for-the-reviewer.ts"],
      ...["care/draft/plan", "care/draft/plan-reply.ts"],
    ],
    finds: [WHY, NOTE, HAND_OVER, TOLD, /\? `\$\{label\}: ([^`]+)`/gu, /: `\$\{label\}: ([^`]+)`/gu],
  },
  because: {
    at: ["care/draft/options"],
    finds: [/\bimpossible\(\s*"([^"]+)"/gu, /STOCK_UNREAD = "([^"]+)"/gu],
  },
  notSent: {
    at: ["care/deliver/may-still-send.ts", "care/deliver/whether-outreach-leaves.server.ts"],
    finds: [/^ {2}if \(.*return "([^"]+)";$/gmu, /\? null : "([^"]+)"/gu, /\bnot\("([^"]+)"\)/gu],
  },
  withheld: {
    at: ["adapters/parse-mail-thread.ts", "privacy/erase-overdue.server.ts"],
    finds: [/^ {2}if \(.*return "([^"]+)";$/gmu, /^const WITHHELD = "([^"]+)";$/gmu],
  },
};

const app = new URL("../", import.meta.url);
const filesAt = (at: string): string[] =>
  statSync(new URL(at, app)).isFile()
    ? [at]
    : readdirSync(new URL(`${at}/`, app), { recursive: true, encoding: "utf8" })
        .filter((name) => /(?<!\.test|\.fixture)\.ts$/u.test(name))
        .map((name) => `${at}/${name}`);

const textOf = (prefix: Kept) =>
  SOURCES[prefix].at
    .flatMap(filesAt)
    .map((file) => readFileSync(new URL(file, app), "utf8"))
    .join("\n");

const keptIn = (prefix: Kept) => [
  ...new Set(
    SOURCES[prefix].finds.flatMap((find) => [...textOf(prefix).matchAll(find)].map(([, one]) => one ?? "")),
  ),
];

/** Parts of what is put together, and what is said of a deed (care/draft/guard/find-done.ts). */
const PUT_TOGETHER = [
  ...["No record shows that", "Claude's draft was set aside", "Written by Attune, not by Claude"],
  ...["Written by Attune, not by Claude: Claude declined to write this one", "a check blocked it"],
  ...["it was cut off", "it was not in the form that was asked for", "A sentence of Claude's was left out"],
  ...["No record shows a refund that went through", "No record shows a cancellation"],
  "No record shows a new parcel, a change or a credit",
  "No record shows that the carrier or a colleague was asked",
  ...["A dispute is open on the order", "Read it yourself before anything is sent."],
  "No code will be sent: no order has this number, or it has no email address. The reply says the same in both cases, so that nobody learns which orders exist",
];

/** Reasons that are put together from these; the parts are said as they are. */
const tables = ["find-unsupported.ts", "find-statuses.ts"].map((file) => `care/draft/guard/${file}`);
const tableWords = [...tables, "care/draft/model/why-set-aside.ts", "care/draft/plan/hand-over.ts"].flatMap(
  (file) => [...readFileSync(new URL(file, app), "utf8").matchAll(TABLE)].map(([, one]) => one ?? ""),
);

const keptOf = (prefix: Kept) =>
  prefix === "check" ? [...keptIn(prefix), ...tableWords, ...PUT_TOGETHER] : keptIn(prefix);

describe("what records keep in English", () => {
  it.each(keptPrefixes)("is in the catalogue (%s)", (prefix) => {
    const kept = keptOf(prefix);
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.filter((one) => !(keptKey(prefix, one) in en))).toEqual([]);
    const wrong = kept.filter(
      (one) =>
        keptSentence(english, prefix, one).replace(/\.$/u, "").toLowerCase() !==
        one.replace(/\.$/u, "").toLowerCase(),
    );
    expect(wrong).toEqual([]);
  });

  it.each(keptPrefixes)("is all that the catalogue has of it (%s)", (prefix) => {
    const kept = new Set(keptOf(prefix).map((one) => keptKey(prefix, one)));
    expect(Object.keys(en).filter((key) => key.startsWith(`${prefix}.`) && !kept.has(key))).toEqual([]);
  });

  it("is said part by part where it is put together, and stays as it is where it is not known", () => {
    for (const one of [
      "No record shows that: a parcel that has left",
      "Claude's draft was set aside: it was empty",
      "Claude's draft was set aside: no cited fact holds this date",
      "Delivery address: the writer has not proven to be the owner of the order",
      "They mention legal steps. They ask for a person. Read it yourself before anything is sent.",
      "The moon is full: it was empty",
      "Something that nobody foresaw",
    ])
      expect(keptWords(english, "check", one)).toBe(one);
    expect(keptSentence(english, "notSent", "550 no such user")).toBe("550 no such user.");
    expect(keptSentence(english, "notSent", "the shop uninstalled the app")).toBe(
      "The shop uninstalled the app.",
    );
  });

  it("names the record that it was read from", () => {
    expect(sourceLabel(english, { entity: "staff", field: "text" })).toBe("Your team");
    expect(sourceLabel(english, { entity: "order", field: "placedAt" })).toBe("Order placed at");
    expect(sourceLabel(english, { entity: "moon", field: "is_full" })).toBe("Moon is full");
  });
});
