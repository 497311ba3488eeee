/**
 * The address that the shop's mail comes from: its default one, or until somebody proved that, the oldest that is proven (they come so).
 * Null: none is, and the deployment's own address is used. Nobody writes in the name of an address whose mail they do not read.
 */
export function pickSender<S extends { isDefault: boolean; verifiedAt: Date | null }>(
  senders: readonly S[],
): S | null {
  const proven = senders.filter(({ verifiedAt }) => verifiedAt !== null);
  return proven.find(({ isDefault }) => isDefault) ?? proven[0] ?? null;
}
