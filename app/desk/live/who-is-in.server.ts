import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { Present } from "#app/desk/live/desk-event.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Who has these conversations open, by conversation, those who write first; one that nobody is in has no entry. */
export async function whoIsIn(
  tx: Tx,
  keys: ShopKeys,
  { conversationIds, now }: { conversationIds: readonly string[]; now: Date },
): Promise<Map<string, Present[]>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await tx.presence.findMany({
    where: { shopId: keys.shopId, conversationId: { in: [...conversationIds] }, hereUntil: { gt: now } },
    orderBy: { staffId: "asc" },
  });
  const names = await namesOfStaff(
    tx,
    keys,
    rows.map(({ staffId }) => staffId),
  );
  const found = new Map<string, Present[]>();
  for (const { conversationId, staffId, hereUntil, typingUntil } of rows) {
    const typing = typingUntil !== null && typingUntil > now;
    const one = {
      id: staffId,
      name: names.get(staffId) ?? "",
      typing,
      until: hereUntil.toISOString(),
    };
    const others = found.get(conversationId) ?? [];
    found.set(conversationId, typing ? [one, ...others] : [...others, one]);
  }
  return found;
}
