import type { Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import type { Delivery } from "#app/mirror/delivery.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What an effect may use. */
export type Occasion = {
  ports: Ports;
  run: Run;
  keys: ShopKeys;
  delivery: Delivery;
  shop: { id: string; domain: string; currency: string | null; installedAt: Date };
};

/** What a delivery does: a write, in one transaction with the delivery's own state, or nothing and why. Never personal data. */
export type Effect =
  | { state: "mirrored"; write: (tx: Tx) => Promise<WriteResult> }
  | { state: "skipped" | "quarantined"; phrase: string };

export type WriteResult = {
  phrase: string;
  /** The webhook tells of a redacted person: its body is emptied. */
  heldBack?: boolean;
};
