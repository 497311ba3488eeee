import type { Tx } from "#app/db.server.ts";
import type { KeepingMatter } from "#app/desk/keeping-matters.ts";

/** The conversations with such a matter, one entry a matter, the most pressing first. */
export async function toKeep(
  tx: Tx,
  matter: KeepingMatter,
  { now, most }: { now: Date; most: number },
): Promise<string[]> {
  const rows =
    matter === "false"
      ? await tx.sentClaim.findMany({
          where: { state: "false" },
          orderBy: { falseAt: "asc" },
          take: most,
          select: { conversationId: true },
        })
      : await tx.promise.findMany({
          where: { ...WHERE[matter], warnAt: { lte: now } },
          orderBy: { warnAt: "asc" },
          take: most,
          select: { conversationId: true },
        });
  return rows.map(({ conversationId }) => conversationId);
}

const WHERE = { due: { state: "open" }, broken: { state: "broken", keptAt: null } };
