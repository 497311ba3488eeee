import type { Tx } from "#app/db.server.ts";

type Felt = { id: string; emotion: string | null; unsure: boolean };

/** Conversations without the emotions whose time is over: taken out of the rows or not, they are neither shown nor found. */
export async function withoutExpired<Row extends Felt>(
  tx: Tx,
  rows: Row[],
  { shopId, now }: { shopId: string; now: Date },
): Promise<Row[]> {
  const felt = rows.filter(({ emotion, unsure }) => emotion !== null || unsure).map(({ id }) => id);
  if (felt.length === 0) return rows;
  const over = await tx.reading.groupBy({
    by: ["conversationId"],
    where: { shopId, conversationId: { in: felt } },
    having: { expiresAt: { _max: { lte: now } } },
  });
  const expired = new Set(over.map(({ conversationId }) => conversationId));
  return rows.map((row) => (expired.has(row.id) ? { ...row, emotion: null, unsure: false } : row));
}
