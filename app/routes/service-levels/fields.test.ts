import { describe, expect, it } from "vitest";
import { changeServiceLevels } from "#app/shop/change-service-levels.ts";
import { serviceLevelSettingsSchema } from "#app/shop/service-level-settings.ts";
import { fieldsOf, readFields, type Fields } from "./fields.ts";

const saved = serviceLevelSettingsSchema.parse({
  holidays: [{ date: "2026-12-25", name: "Christmas", yearly: true }],
  targets: { urgent: { first: 30, next: 20, resolve: null }, low: { first: 5 } },
  exceptions: [{ channel: "storefront", tag: "vip" }],
  alerts: { on: true, address: "robin@fernweh.example", webhookUrl: "https://hooks.example.com/a" },
  csat: { on: true, scale: 2 },
});
const fields = fieldsOf(saved);
const errorsOf = (change: Partial<Fields>) => {
  const read = readFields({ ...fields, ...change });
  return read.outcome === "refused"
    ? Object.entries(read.errors).map(([path, { code }]) => `${path} ${code}`)
    : [];
};
const first = (text: string) => ({
  targets: { ...fields.targets, normal: { ...fields.targets.normal, first: text } },
});

describe("the form of service levels", () => {
  it("holds what is saved, and reads it back as it was", () => {
    expect(fields.targets.urgent).toEqual({ first: "0.5", next: "0.33", resolve: "" });
    const read = readFields(fields);
    if (read.outcome !== "read") throw new Error(JSON.stringify(read.errors));
    expect(changeServiceLevels(saved, read.change)).toEqual(saved);
  });

  it("reads hours as people type them", () => {
    for (const [text, minutes] of [
      ["8", 480],
      [" 0,25 ", 15],
      ["1.5", 90],
      ["", null],
    ] as const) {
      const read = readFields({ ...fields, ...first(text) });
      expect(read.outcome === "read" && read.change.targets?.normal?.first).toBe(minutes);
    }
    for (const text of ["0", "0.01", "2001", "-1", "a", "1:30"])
      expect(errorsOf(first(text))).toEqual(["targets.normal.first hours"]);
  });

  it.each<[Partial<Fields>, string]>([
    [{ hours: { ...fields.hours, monday: [{ from: "9", to: "17:00" }] } }, "hours.monday.0.from time"],
    [
      {
        hours: { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] },
      },
      "hours never",
    ],
    [{ holidays: [{ date: "2026-02-30", name: "No day", yearly: false }] }, "holidays.0.date day"],
    [{ holidays: [{ date: "2026-12-25", name: " ", yearly: false }] }, "holidays.0.name empty"],
    [{ exceptions: [{ channel: "", tag: " ", targets: fields.targets }] }, "exceptions.0.tag nothing"],
    [{ warnShare: "100" }, "warnShare whole"],
    [{ receiptAfter: "1.5" }, "receiptAfter whole"],
    [{ alertAddress: "robin" }, "alertAddress email"],
    [{ alertAddress: "", webhookUrl: "" }, "alertAddress nobody"],
    [{ webhookUrl: "http://hooks.example.com/" }, "webhookUrl not_https"],
    [{ webhookUrl: "https://10.0.0.1/" }, "webhookUrl not_public"],
    [{ csatAfter: "0" }, "csatAfter whole"],
  ])("names the field that is wrong: %j", (change, error) => expect(errorsOf(change)).toEqual([error]));

  it("refuses nothing, and changes nothing, where nobody sees it: of the two warnings one is shown", () => {
    expect(errorsOf({ warnBy: "share", warnMinutes: "soon" })).toEqual([]);
    expect(errorsOf({ warnBy: "minutes", warnShare: "" })).toEqual([]);
    expect(errorsOf({ warnBy: "minutes", warnMinutes: "soon" })).toEqual(["warnMinutes whole"]);
    const read = readFields({ ...fields, warnBy: "minutes", warnShare: "", warnMinutes: "90" });
    if (read.outcome !== "read") throw new Error(JSON.stringify(read.errors));
    expect(changeServiceLevels(saved, read.change)?.warn).toEqual({
      ...saved.warn,
      ...{ by: "minutes", minutes: 90 },
    });
  });

  it("takes what no form of ours sends for no settings", () => {
    expect(readFields(null).outcome).toBe("refused");
    expect(readFields({ ...fields, csatScale: "7" })).toMatchObject({
      errors: { csatScale: { code: "choice" } },
    });
  });
});
