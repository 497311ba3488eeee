import type { Tx } from "#app/db.server.ts";

/**
 * The conversations in which a promise or a service level is about to be broken, or a promise is and nobody made up for it. Each
 * service level says of a conversation from when on that is so (`conversations.at_risk_at`).
 */
export async function atRisk(tx: Tx, { now, most }: { now: Date; most: number }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      (SELECT conversation_id AS id, warn_at AS at FROM promises WHERE state = 'open' AND warn_at <= ${now}
       ORDER BY warn_at LIMIT ${most}::int)
      UNION ALL
      (SELECT conversation_id, warn_at FROM promises WHERE state = 'broken' AND kept_at IS NULL AND warn_at <= ${now}
       ORDER BY warn_at LIMIT ${most}::int)
      UNION ALL
      (SELECT id, at_risk_at FROM conversations WHERE at_risk_at <= ${now} AND status NOT IN ('closed', 'spam')
       ORDER BY at_risk_at LIMIT ${most}::int)
    ) risky GROUP BY id ORDER BY min(at) LIMIT ${most}::int`;
  return rows.map(({ id }) => id);
}
