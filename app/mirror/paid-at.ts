/** One transaction of an order: `kind` and `status` in lower case, `at` as ISO 8601 UTC. */
export type Transaction = {
  kind: string;
  status: string;
  /** By a way of paying that the shop itself marks as paid, such as a bank deposit. */
  manual: boolean;
  at: string;
};

/** With these the shop has the money, or may take it when it ships. */
const SECURES = new Set(["sale", "authorization", "emv_authorization"]);

/**
 * When the shop had the money for all of an order, or could take it: its last payment. To capture what was authorized before pays
 * nothing; a manual payment has no authorization, and is captured when it came. Null: nothing was paid.
 */
export function paidAtOf(transactions: readonly Transaction[]): string | null {
  const times = transactions
    .filter(
      ({ kind, status, manual }) =>
        status === "success" && (SECURES.has(kind) || (manual && kind === "capture")),
    )
    .map(({ at }) => at);
  return times.toSorted().at(-1) ?? null;
}
