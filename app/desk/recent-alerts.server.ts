import { alertReasonOf, type AlertReason } from "#app/care/triage/alert.ts";
import type { Tx } from "#app/db.server.ts";

export type RecentAlert = {
  id: string;
  reason: AlertReason;
  state: "open" | "acknowledged" | "ended";
  openedAt: string;
  conversationId: string | null;
  /** Of the newest round. `response`: a status or a code of whoever answered. */
  sends: { id: string; way: string; status: string; response: string | null }[];
};

const MOST = 5;

/** What was told at once lately, the newest first, and whether it arrived. */
export async function recentAlerts(tx: Tx, shopId: string): Promise<RecentAlert[]> {
  const alerts = await tx.alert.findMany({
    where: { shopId },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const sends = await tx.alertSend.findMany({
    where: { alertId: { in: alerts.map(({ id }) => id) } },
    omit: { sealed: true },
    orderBy: [{ round: "asc" }, { way: "asc" }],
  });
  return alerts.map(({ id, reason, state, rounds, openedAt, conversationId }) => ({
    ...{ id, reason: alertReasonOf(reason), openedAt: openedAt.toISOString(), conversationId },
    state: state === "acknowledged" || state === "ended" ? state : "open",
    sends: sends
      .filter(({ alertId, round }) => alertId === id && round === rounds)
      .map(({ id: sendId, way, status, response }) => ({ id: sendId, way, status, response })),
  }));
}
