import {
  refilled,
  reserve,
  settle,
  silentUntil,
  waitFor,
  type Bucket,
  type CostReport,
} from "#app/adapters/admin-bucket.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";

/** Buckets of the shops that asked last; a shop that is not among them is believed to have a full one. */
const MOST_SHOPS = 10_000;
const MOST_DOCUMENTS = 200;
/** Of one document, by how much its variables ask for. */
const MOST_SIZES = 64;

/** Longer waits are the caller's: a job is put off instead of holding a worker. */
const LONGEST_WAIT: Duration = seconds(5);
const LONGEST_BACKGROUND_WAIT: Duration = seconds(2);

export type Question = { shopId: string; document: string; size: number; background: boolean };

/** `wait` before asking; give `points` back with the answer. `throttled`: come back then, nothing is reserved. */
export type Admission =
  { outcome: "admitted"; wait: Duration; points: number } | { outcome: "throttled"; retryAfter: Duration };

export type AdminBudget = {
  admit: (question: Question, now: number) => Admission;
  answered: (question: Question, given: { points: number; report: CostReport | null; now: number }) => void;
  /** Shopify asked for silence (429). */
  silence: (shopId: string, given: { delay: Duration; now: number }) => void;
  /** How many shops are remembered. */
  size: () => number;
};

/** The points of all shops, as this process knows them, and what each question cost before. Memory is bounded. */
export function adminBudget(): AdminBudget {
  const buckets = new Map<string, Bucket>();
  const costs = new Map<string, Map<number, number>>();
  const keep = (shopId: string, bucket: Bucket | undefined) => {
    buckets.delete(shopId);
    if (bucket) buckets.set(shopId, bucket);
    evict(buckets, MOST_SHOPS);
  };
  return {
    admit: (question, now) => {
      const { shopId, background } = question;
      const points = costOf(costs, question);
      const bucket = buckets.get(shopId);
      if (!bucket) return { outcome: "admitted", wait: 0, points: 0 };
      const wait = waitFor(bucket, { points, now, background });
      if (wait > (background ? LONGEST_BACKGROUND_WAIT : LONGEST_WAIT))
        return { outcome: "throttled", retryAfter: wait };
      keep(shopId, reserve(refilled(bucket, now), points, now));
      return { outcome: "admitted", wait, points };
    },
    answered: (question, { points, report, now }) => {
      keep(question.shopId, settle(buckets.get(question.shopId), { points, report, now }));
      if (report) remember(costs, question, report.requested);
    },
    silence: (shopId, { delay, now }) => keep(shopId, silentUntil(buckets.get(shopId), now + delay, now)),
    size: () => buckets.size,
  };
}

function costOf(costs: Map<string, Map<number, number>>, { document, size }: Question): number {
  const known = costs.get(document);
  return known?.get(size) ?? Math.max(0, ...(known?.values() ?? []));
}

function remember(
  costs: Map<string, Map<number, number>>,
  { document, size }: Question,
  requested: number,
): void {
  const known = costs.get(document) ?? new Map<number, number>();
  known.delete(size);
  known.set(size, requested);
  evict(known, MOST_SIZES);
  costs.delete(document);
  costs.set(document, known);
  evict(costs, MOST_DOCUMENTS);
}

/** The entry that was set longest ago goes. */
function evict<K>(map: Map<K, unknown>, most: number): void {
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

/** How much a question's variables ask for: a page's size, or how many ids. The same number costs the same. */
export function sizeOf(variables: Record<string, unknown> = {}): number {
  return Object.values(variables).reduce<number>((sum, value) => {
    if (typeof value === "number") return sum + value;
    return Array.isArray(value) ? sum + value.length : sum;
  }, 0);
}
