import { describe, expect, it } from "vitest";
import {
  groupIncidents,
  type Cause,
  type OpenIncident,
  type OpenIssue,
} from "#app/care/detect/group-incidents.ts";
import type { Traits } from "#app/care/detect/issue.ts";
import { days, hours } from "#app/lib/duration.ts";

const NOW = new Date("2026-11-20T09:00:00.000Z");
const ago = (by: number) => new Date(NOW.getTime() - by);

let made = 0;
const issue = (traits: Traits, given: Partial<OpenIssue> = {}): OpenIssue => ({
  ...{ id: `i${(made += 1)}`, kind: "stalled", knownSince: ago(hours(5)), traits },
  ...given,
});
const times = (count: number, traits: Traits, given: Partial<OpenIssue> = {}) =>
  Array.from({ length: count }, () => issue(traits, given));
const dhl = { carrier: "DHL", country: "DE" };

const group = (
  issues: OpenIssue[],
  given: { incidents?: OpenIncident[]; usual?: (kind: string, cause: Cause) => number } = {},
) => groupIncidents({ issues, incidents: given.incidents ?? [], usual: given.usual ?? (() => 0), now: NOW });
const causesIn = (issues: OpenIssue[], given: Parameters<typeof group>[1] = {}) =>
  group(issues, given).incidents.map(
    ({ cause, causeKey, members }) => `${cause} ${causeKey}: ${members.length}`,
  );

describe("groupIncidents", () => {
  it("finds five of one cause, and not four", () => {
    expect(causesIn(times(4, dhl))).toEqual([]);
    expect(causesIn([...times(5, dhl), ...times(3, { carrier: "UPS", country: "DE" })])).toEqual([
      "carrier dhl|DE: 5",
    ]);
  });

  it("looks at what became known within 72 hours, however long ago it was found or said", () => {
    const old = times(4, dhl, { knownSince: ago(hours(73)) });
    expect(causesIn([...times(4, dhl), ...old])).toEqual([]);
  });

  it("does not bring different kinds together", () => {
    expect(causesIn([...times(3, dhl), ...times(3, dhl, { kind: "past_estimate" })])).toEqual([]);
  });

  it("wants clearly more than the cause brings as a rule", () => {
    const usual = () => 4;
    expect(causesIn(times(9, dhl), { usual })).toEqual([]);
    expect(causesIn(times(13, dhl), { usual })).toEqual(["carrier dhl|DE: 13"]);
  });

  it("names the smallest cause that explains them: a hub before its carrier", () => {
    const hub = times(9, { ...dhl, hub: "Leipzig" });
    expect(causesIn([...hub, ...times(2, { ...dhl, hub: "Bonn" })])).toEqual(["hub dhl|leipzig: 9"]);
    const everywhere = ["Bonn", "Köln", "Ulm"].flatMap((city) => times(2, { ...dhl, hub: city }));
    expect(causesIn([...hub, ...everywhere])).toEqual(["carrier dhl|DE: 15"]);
  });

  it("names a product before the stock it lies in, and the stock when everything in it waits", () => {
    const mugs = times(6, { location: "Hamburg", products: ["MUG"] }, { kind: "unfulfilled" });
    expect(causesIn(mugs)).toEqual(["product MUG: 6"]);
    const others = ["A", "B", "C", "D"].flatMap((sku) =>
      times(2, { location: "Hamburg", products: [sku] }, { kind: "unfulfilled" }),
    );
    expect(causesIn([...mugs, ...others])).toEqual(["location Hamburg: 14"]);
  });

  it("does not blame the stock for what a carrier has, and does for what none has fetched", () => {
    const parcels = { ...dhl, location: "Hamburg" };
    expect(causesIn(times(9, parcels))).toEqual(["carrier dhl|DE: 9"]);
    expect(causesIn(times(9, parcels, { kind: "needed_by_at_risk" }))).toEqual(["carrier dhl|DE: 9"]);
    expect(causesIn(times(9, parcels, { kind: "not_picked_up" }))).toEqual(["location Hamburg: 9"]);
    expect(causesIn(times(9, { country: "DE", location: "Hamburg" }, { kind: "past_estimate" }))).toEqual([]);
  });

  it("puts each issue into one incident only", () => {
    const issues = [
      ...times(8, { ...dhl, hub: "Leipzig" }),
      ...times(7, { carrier: "UPS", country: "FR" }),
      ...times(6, { carrier: "UPS", country: "IT" }),
    ];
    const { incidents } = group(issues);
    const members = incidents.flatMap((one) => one.members);
    expect(incidents).toHaveLength(3);
    expect(new Set(members).size).toBe(members.length);
    expect(members).toHaveLength(21);
  });

  it("finds nothing among issues of which nothing is known", () => {
    expect(causesIn(times(50, {}))).toEqual([]);
  });

  describe("an open incident", () => {
    const incident: OpenIncident = {
      ...{ id: "incident", kind: "stalled", cause: "hub", causeKey: "dhl|leipzig", openedAt: ago(days(5)) },
    };
    const leipzig = { ...dhl, hub: "LEIPZIG " };

    it("takes in what comes to it, and nothing that was known long before it", () => {
      const [old, late] = [
        issue(leipzig, { knownSince: ago(days(9)) }),
        issue(leipzig, { knownSince: ago(hours(1)) }),
      ];
      const grouped = group([old, late, issue(leipzig)], { incidents: [incident] });
      expect(grouped.incidents).toMatchObject([{ id: "incident" }]);
      expect(grouped.incidents[0]?.members).toHaveLength(2);
      expect(grouped.incidents[0]?.members).not.toContain(old.id);
    });

    it("ends when fewer than two are left", () => {
      expect(group(times(2, leipzig), { incidents: [incident] }).closed).toEqual([]);
      expect(group(times(1, leipzig), { incidents: [incident] })).toEqual({
        incidents: [],
        closed: ["incident"],
      });
    });

    it("keeps its issues from being found again under another cause", () => {
      const grouped = group(times(12, leipzig), { incidents: [incident] });
      expect(grouped.incidents).toHaveLength(1);
    });
  });
});
