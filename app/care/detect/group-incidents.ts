import { carrierKey } from "#app/care/detect/carrier-key.ts";
import type { IssueKind, Traits } from "#app/care/detect/issue.ts";
import { chanceOfAtLeast } from "#app/care/detect/chance-of-at-least.ts";
import { countryCode } from "#app/care/detect/place.ts";
import { hours } from "#app/lib/duration.ts";

/** What many orders may have in common, the smallest first: one place of a carrier, one product, a stock, a carrier on its way. */
export const causes = ["hub", "product", "location", "carrier"] as const;
export type CauseKind = (typeof causes)[number];
export type Cause = { cause: CauseKind; causeKey: string };

/** Kinds for which the place that goods leave from may be the cause, while they are there. */
const OF_STOCK: ReadonlySet<string> = new Set<IssueKind>([
  "unfulfilled",
  "preorder_slipped",
  "partly_shipped",
  "needed_by_at_risk",
  "not_picked_up",
]);

/**
 * Whether the stock may be the cause. What a carrier has is with the carrier: most shops have one stock, and all that goes wrong on
 * the way would lie in it.
 */
export const isOfStock = (kind: string, { carrier }: Traits): boolean =>
  OF_STOCK.has(kind) && (!carrier || kind === "not_picked_up");

/** An open issue, as far as it can have something in common with others of its kind. */
export type OpenIssue = { id: string; kind: string; knownSince: Date; traits: Traits };
export type OpenIncident = Cause & { id: string; kind: string; openedAt: Date };

export type Grouped = {
  incidents: (Cause & { id: string | null; kind: string; members: string[] })[];
  /** Those that are over. */
  closed: string[];
};

type Given = {
  issues: readonly OpenIssue[];
  incidents: readonly OpenIncident[];
  /** How many issues of a kind a cause brings in 72 hours as a rule, at the volume of today. */
  usual: (kind: string, cause: Cause) => number;
  now: Date;
};

/** Within this, issues belong together. */
export const TOGETHER = hours(72);
/** Fewer are told one by one: the promise of one finding is that it saves reading. */
export const FEWEST = 5;
/** An incident with fewer open issues than this has ended. */
const FEWEST_LEFT = 2;
/**
 * So many must be as unlikely as this if nothing were the matter, by a Poisson distribution around what is usual: how outbreaks are
 * told from chance where cases are counted (Farrington et al., A statistical algorithm for the early detection of outbreaks of
 * infectious disease, J R Stat Soc A 159, 1996), with a bound for a look at many causes a day rather than their weekly one.
 */
const UNLIKELY = 0.001;
/** Where nothing is known to be usual, this much is taken to be: five at once are then still an incident, and four are not. */
const LEAST_USUAL = 0.5;
/** A smaller cause explains what a wider one does when it has so much of it. */
const EXPLAINED = 0.8;

/**
 * Open issues of one kind with one cause, as incidents. An incident is found where one cause has at least five issues known within 72
 * hours, and clearly more than it brings as a rule. Of causes that explain the same, the smallest is named: a hub before its carrier.
 * One that is open takes in what comes to it and ends when fewer than two of its issues are left.
 */
export function groupIncidents({ issues, incidents, usual, now }: Given): Grouped {
  const free = new Set(issues);
  const grouped: Grouped = { incidents: [], closed: [] };
  for (const incident of incidents) {
    const since = incident.openedAt.getTime() - TOGETHER;
    const members = [...free].filter((one) => belongs(one, incident) && one.knownSince.getTime() >= since);
    if (members.length < FEWEST_LEFT) {
      grouped.closed.push(incident.id);
      continue;
    }
    grouped.incidents.push(incidentOf(incident, members));
    for (const member of members) free.delete(member);
  }
  const recent = [...free].filter(({ knownSince }) => knownSince.getTime() >= now.getTime() - TOGETHER);
  for (const kind of new Set(recent.map((one) => one.kind)))
    grouped.incidents.push(
      ...found(
        recent.filter((one) => one.kind === kind),
        { kind, usual },
      ),
    );
  return grouped;
}

type Group = Cause & { id: null; kind: string; members: OpenIssue[] };

const incidentOf = (
  { id, kind, cause, causeKey }: Cause & { id: string | null; kind: string },
  members: OpenIssue[],
) => ({
  ...{ id, kind, cause, causeKey },
  members: members.map((member) => member.id),
});

/** New incidents among issues of one kind. From the widest cause down, each issue is taken once. */
function found(issues: OpenIssue[], { kind, usual }: { kind: string; usual: Given["usual"] }) {
  const free = new Set(issues);
  const clear = (group: Group): Group | null => {
    const members = group.members.filter((member) => free.has(member));
    const expected = Math.max(usual(kind, group), LEAST_USUAL);
    if (members.length < FEWEST || chanceOfAtLeast(members.length, expected) >= UNLIKELY) return null;
    return { ...group, members };
  };
  const groups = groupsOf(issues, kind);
  const chosen: Group[] = [];
  for (const wide of causes.toReversed()) {
    const size = causes.indexOf(wide);
    for (const group of groups.filter(({ cause }) => cause === wide)) {
      const whole = clear(group);
      if (!whole) continue;
      const inside = new Set(whole.members);
      const isExplained = groups
        .filter(({ cause }) => causes.indexOf(cause) < size)
        .some((smaller) => {
          const part = clear(smaller)?.members.filter((member) => inside.has(member)) ?? [];
          return part.length >= EXPLAINED * whole.members.length;
        });
      if (isExplained) continue;
      chosen.push(whole);
      for (const member of whole.members) free.delete(member);
    }
  }
  return chosen.map((group) => incidentOf(group, group.members));
}

/** Issues by each cause that one of them may have, the largest first. */
function groupsOf(issues: OpenIssue[], kind: string): Group[] {
  const groups = new Map<string, Group>();
  for (const issue of issues)
    for (const one of causesOf(kind, issue.traits)) {
      const key = `${one.cause}|${one.causeKey}`;
      const group = groups.get(key) ?? { ...one, id: null, kind, members: [] };
      group.members.push(issue);
      groups.set(key, group);
    }
  return [...groups.values()].toSorted((one, other) => other.members.length - one.members.length);
}

/** The causes that an issue may have, by what its order's parcel, stock and items are. */
export function causesOf(kind: string, traits: Traits): Cause[] {
  const { carrier, country, hub, products = [] } = traits;
  const location = isOfStock(kind, traits) ? traits.location?.trim() : null;
  const named = carrierKey(carrier);
  const place = hub?.trim();
  return [
    ...(place ? [{ cause: "hub" as const, causeKey: `${named}|${place.toLowerCase()}` }] : []),
    ...[...new Set(products)].map((causeKey) => ({ cause: "product" as const, causeKey })),
    ...(location ? [{ cause: "location" as const, causeKey: location }] : []),
    ...(named ? [{ cause: "carrier" as const, causeKey: `${named}|${countryCode(country) ?? ""}` }] : []),
  ];
}

const belongs = (issue: OpenIssue, incident: OpenIncident) =>
  issue.kind === incident.kind &&
  causesOf(issue.kind, issue.traits).some(
    ({ cause, causeKey }) => cause === incident.cause && causeKey === incident.causeKey,
  );
