import { expect, it } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { ago, another, circumstances, NOON, settings } from "#app/care/decide/circumstances.fixture.ts";
import { mayWeWrite } from "#app/care/decide/may-we-write.ts";
import { dayOf, spoken } from "#app/care/decide/rules/rule.ts";
import { stakes } from "#app/care/detect/issue.ts";
import { english } from "#tests/setup/english.ts";
import { reasonInLine, reasonInWords } from "./reason-words.ts";

const LEVELS = ["", "low", "medium", "high", "critical"];

/** As the rules themselves write a value. */
function written(name: string, value: string | number): string | number {
  if (name === "day") return dayOf(new Date(value));
  if (name === "severity" || (name === "from" && typeof value === "number"))
    return LEVELS[Number(value)] ?? "";
  return typeof value === "string" ? spoken(value) : value;
}

const plain = circumstances();
const cases = [
  plain,
  circumstances({ stage: "update" }),
  circumstances({ stage: "resolution", issue: { ...plain.issue, status: "resolved" } }),
  circumstances({ stage: "correction", shopper: { ...plain.shopper, suppressed: ["outreach"] } }),
  circumstances({
    newsAt: ago(20),
    issue: { ...plain.issue, status: "dismissed", severity: 1, snoozedUntil: ago(-1) },
    order: { ...plain.order, test: true, disputed: true, placedAt: ago(91) },
    shopper: {
      hasAddress: false,
      suppressed: ["all"],
      redacted: true,
      zones: ["Europe/Berlin"],
      riskFlags: ["legal"],
    },
    shop: {
      uninstalled: true,
      installedAt: ago(3),
      settings: settings({ on: false, holdOut: { on: true, share: 0.1, acknowledged: true } }),
    },
    talk: { ...plain.talk, unanswered: true },
    said: { toldAt: ago(1), promisedUntil: ago(-1), sameLeft: false },
    week: { left: [ago(1), ago(2)], underWay: 0 },
  }),
  circumstances({
    now: new Date(NOON.getTime() + 12 * 3_600_000),
    others: [another({ kind: "past_estimate", outreaches: [{ stage: "first", state: "sent", at: ago(1) }] })],
    talk: { ...plain.talk, answeredAt: ago(1) },
  }),
  ...stakes.map((stake) =>
    circumstances({
      issue: { ...plain.issue, stakes: [stake] },
      shop: { ...plain.shop, settings: settings({ holdOut: { on: true, share: 0.1, acknowledged: true } }) },
      others: [another({ kind: "refund_not_executed", subject: "refund:9", severity: 3 })],
    }),
  ),
];

it("says in English what the rules say", () => {
  for (const { rule, code, why, values = {} } of cases.flatMap((one) => mayWeWrite(one).reasons)) {
    const key = `reason.${rule}.${code}`;
    if (!english.knows(key)) throw new Error(`no words for ${key}`);
    const as = Object.entries(values).map(([name, value]) => [name, written(name, value)]);
    expect(english(key, Object.fromEntries(as))).toBe(why);
  }
});

/** `rule: "cap"` is said before what it says: `pass("below", …)`. */
const SAID = /\brule: "([a-z_]+)"|\b(?:pass|refuse|hold)\(\s*"([a-z_]+)"/gu;

it("has words for every sentence of every rule", () => {
  const folder = new URL("../care/decide/rules/", import.meta.url);
  const keys = readdirSync(folder).flatMap((file) => {
    let rule = "";
    return [...readFileSync(new URL(file, folder), "utf8").matchAll(SAID)].flatMap(([, named, code]) => {
      rule = named ?? rule;
      return code ? [`reason.${rule}.${code}`] : [];
    });
  });
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !english.knows(key))).toEqual([]);
});

it("words what a sentence names", () => {
  const values = { kind: "stalled", day: "2026-11-20" };
  expect(reasonInWords(english, { rule: "one_voice", code: "spoken_for", why: "", values })).toBe(
    "The message of November 20 speaks for this, too (parcel is not moving).",
  );
  const severity = { rule: "severity", code: "below", why: "", values: { severity: 2, from: 3 } };
  expect(reasonInLine(english, severity)).toBe(
    "Its severity is medium, and the shop writes of this kind from high on",
  );
  const quiet = { rule: "quiet_hours", code: "awake", why: "", values: { from: "20:00", to: "08:00" } };
  expect(reasonInWords(english, quiet)).toBe("It is not between 20:00 and 08:00 where they are.");
});

it("falls back to the English that was kept", () => {
  expect(reasonInWords(english, { rule: "cap", why: "they had enough" })).toBe("They had enough.");
  expect(reasonInWords(english, { rule: "cap", code: "unheard_of", why: "It is so." })).toBe("It is so.");
});
