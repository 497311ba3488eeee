import { carrierKey } from "#app/care/detect/carrier-key.ts";
import type { Case } from "./case.ts";
import { isTroubled } from "./moods-of.ts";
import { shareOf, type Share } from "./share.ts";

/** A code or a name, and how many of how many. */
export type Part = { name: string; share: Share };

export type Matters = {
  /** Of all conversations: what they are about. */
  intents: Part[];
  /** Of all that were read: what the feeling in the first message is about. */
  causes: Part[];
  /** Of the conversations about orders with the product: those about a wrong or damaged item, a return or a refund, or a complaint. */
  products: Part[];
  /** Of the conversations about orders that the carrier brings: those about where it is or what went wrong on the way. */
  carriers: Part[];
  /** Of the conversations that the policy settles: those that began troubled. */
  policies: Part[];
};

const MOST = 10;
const ABOUT_ITEMS: ReadonlySet<string> = new Set(["wrong_or_damaged_item", "return", "refund", "complaint"]);
const ABOUT_PARCELS: ReadonlySet<string> = new Set(["order_status", "delivery_problem", "change_address"]);
/** Which of Shopify's policies settles what a message asks for. */
const POLICIES: readonly [policy: string, intents: ReadonlySet<string>][] = [
  ["REFUND_POLICY", new Set(["return", "refund", "cancel", "wrong_or_damaged_item"])],
  ["SHIPPING_POLICY", ABOUT_PARCELS],
];

/** What conversations are about and where they come from, the most first. */
export function mattersOf(cases: readonly Case[]): Matters {
  // "dhl express " and "DHL Express" are one carrier, called as it was met first.
  const spelled = new Map(
    cases
      .flatMap(({ carriers }) => carriers.map((name) => [carrierKey(name), name.trim()] as const))
      .toReversed(),
  );
  const isAbout = (intents: ReadonlySet<string>) => (one: Case) => intents.has(one.intent ?? "");
  return {
    intents: partsOf(cases.map(({ intent }) => intent)),
    causes: partsOf(cases.map(({ about }) => about)),
    products: hurting(cases, ({ products }) => products, isAbout(ABOUT_ITEMS)),
    carriers: hurting(cases, carrierKeys, isAbout(ABOUT_PARCELS)).map(({ name, share }) => ({
      name: spelled.get(name) ?? name,
      share,
    })),
    policies: POLICIES.flatMap(([name, intents]) => {
      const told = cases.filter(isAbout(intents)).filter(({ first }) => first?.emotion && !first.unsure);
      return told.length > 0 ? [{ name, share: shareOf(told.filter(isTroubled).length, told.length) }] : [];
    }),
  };
}

function partsOf(names: readonly (string | null)[]): Part[] {
  const known = names.filter((name) => name !== null);
  return [...countOf(known)]
    .map(([name, count]) => ({ name, share: shareOf(count, known.length) }))
    .toSorted(most);
}

/** Each name of a case once; those with the most trouble first. */
function hurting(
  cases: readonly Case[],
  namesIn: (one: Case) => string[],
  isTrouble: (one: Case) => boolean,
): Part[] {
  const all = countOf(cases.flatMap((one) => [...new Set(namesIn(one))]));
  const troubled = countOf(cases.filter(isTrouble).flatMap((one) => [...new Set(namesIn(one))]));
  return [...all]
    .map(([name, count]) => ({ name, share: shareOf(troubled.get(name) ?? 0, count) }))
    .filter(({ share }) => share.k > 0)
    .toSorted(most)
    .slice(0, MOST);
}

const carrierKeys = ({ carriers }: Case): string[] => carriers.map(carrierKey);

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const most = (one: Part, other: Part) =>
  other.share.k - one.share.k || other.share.n - one.share.n || (one.name < other.name ? -1 : 1);
