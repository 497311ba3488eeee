import type { Claim } from "./reading.ts";
import type { History, RecordedOrder } from "./record-events.ts";

/** What claims are held against; without an order every verdict is `unknown`. */
export type ClaimRecord = {
  order: RecordedOrder | null;
  history?: History | undefined;
  now: Date;
  /** BCP 47; it says how the shopper writes days. */
  language: string;
};

export type Finding = Pick<Claim, "verdict" | "evidence">;
export type Evidence = Claim["evidence"][number];
/** A claim as stated, before it is known which sentence it is quoted from. */
export type Stated = Omit<Claim, "quote">;

/** Nothing on record says either. */
export const silent: Finding = { verdict: "unknown", evidence: [] };

export const orderFact = (order: RecordedOrder, shows: string): Evidence => ({
  entity: "order",
  id: order.id,
  shows,
});
