import type { CarrierKey } from "../seed/carriers.ts";
import type { Address } from "../state/model.ts";
import type { ReturnAction } from "../changes/return-order.ts";
import type { Label, Problem, Word } from "./problems.ts";
import type { Shopper } from "./shoppers.ts";

/** What a carrier says, and when the shop hears it. */
export type Scan = {
  status: string;
  /** Without it the carrier's usual sentence. */
  message?: string;
  city: string | null;
  country: string | null;
  happenedAt: number;
  /** When it reaches the shop. */
  heardAt: number;
  /** The day it names, as it comes with this scan. */
  estimate?: number;
};

/** One thing that happens to an order, by the dev store's own changes. Lines and parcels are counted from 0. */
export type Step = { at: number } & (
  | { do: "place" }
  /** An awaited payment arrives, or no longer can. */
  | { do: "pay" }
  | { do: "expire" }
  /** The payment provider carries out a refund. */
  | { do: "settle" }
  | { do: "release" }
  /** The carrier takes back what it said last. */
  | { do: "unscan" }
  | { do: "ship"; parcel: number; carrier: CarrierKey | null; lines: number[] | null }
  | { do: "scan"; parcel: number; scan: Scan }
  | { do: "hold"; reason: string; notes: string | null }
  /** What is left to send is to leave then: a pre-order, or a day the shopper chose. */
  | { do: "schedule"; fulfillAt: number }
  /** Packed and waiting at the counter. */
  | { do: "prepare" }
  | { do: "cancel"; reason: "CUSTOMER" | "INVENTORY" | "OTHER"; money: "now" | "none" | "unpaid" }
  /** Lines, or all of them with the shipping. */
  | { do: "refund"; lines: number[] | null; money: "now" | "later" }
  /** Whatever was paid and is no longer owed goes back. */
  | { do: "repay" }
  | { do: "remove"; line: number }
  | { do: "add"; variant: [product: number, variant: number] }
  | { do: "address"; address: Partial<Address> }
  | { do: "return"; action: ReturnAction }
  /** What came back is put on the shelf, and nothing is paid. */
  | { do: "restock"; line: number }
);

/** What is ordered and how. Variants by their place among the shop's products. */
export type Placing = {
  lines: { variant: [product: number, variant: number]; quantity: number }[];
  currency: string;
  note: string | null;
  attributes: { name: string; value: string }[];
  tags: string[];
  /** Another address than the shopper's own; null for what is not sent. */
  goesTo: Partial<Address> | null | undefined;
  unpaid: { gateway: string } | null;
};

/** One order's whole life, and what is true of it. */
export type OrderPlan = {
  key: string;
  story: string;
  planted: Problem | null;
  shopper: Shopper;
  placing: Placing;
  /** Oldest first. */
  steps: Step[];
  words: Word[];
  labels: Label[];
};
