import { randomUUID } from "node:crypto";
import { watchLevels } from "#app/care/triage/watch-levels.server.ts";
import type { EventKind } from "#app/conversation/event-kind.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { forShop } from "#app/db.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage } from "#tests/factories/thread.ts";

/** A Tuesday at ten in Berlin, where the office opened at nine. */
export const MORNING = new Date("2026-11-24T09:00:00Z");

/** A shop with a clock that the test sets, and what moves the clocks of its conversations. */
export async function levelShop(change: ServiceLevelChange = {}) {
  const place = await makeShop();
  const { shop, keys } = place;
  const inShop = forShop(shop.id);
  const clock = { now: MORNING };
  const save = (serviceLevels: ServiceLevelChange) =>
    inShop((tx) => saveSettings(tx, shop.id, { serviceLevels }));
  await save(change);
  return {
    ...place,
    inShop,
    clock,
    save,
    watch: () => watchLevels({ ...noPorts, now: () => clock.now }, makeRun(shop.id), { shopId: shop.id }),
    asked: (text = "Where is my parcel?") =>
      makeConversation({
        keys,
        text,
        at: clock.now,
        contact: { name: "Eva", address: `eva-${randomUUID()}@shopper.example` },
      }),
    says: (conversationId: string, direction: "in" | "out") =>
      addMessage(keys, { conversationId, text: "A word.", at: clock.now, direction }),
    /** As the acts on conversations do it: the status and what was done, in one transaction. */
    moves: (conversationId: string, status: string, kind: EventKind) =>
      inShop(async (tx) => {
        const data = { status, updatedAt: clock.now };
        await tx.conversation.update({ where: { id: conversationId }, data });
        await logEvent(tx, {
          ...{ shopId: shop.id, conversationId, kind, by: "staff-1", at: clock.now },
          data: {},
        });
      }),
    level: (conversationId: string) => systemPrisma.serviceLevel.findUnique({ where: { conversationId } }),
    due: async (id: string) => {
      const { dueAt, atRiskAt } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id } });
      return { dueAt: dueAt?.toISOString() ?? null, atRiskAt: atRiskAt?.toISOString() ?? null };
    },
    events: async (conversationId: string) => {
      const rows = await systemPrisma.conversationEvent.findMany({
        where: { conversationId, kind: { in: ["sla_warned", "sla_missed"] } },
        orderBy: { id: "asc" },
      });
      return rows.map(({ kind, data, at }) => ({ kind, data, at: at.toISOString() }));
    },
  };
}
