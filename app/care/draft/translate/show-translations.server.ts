import { findTranslations } from "#app/care/draft/translate/kept-translation.server.ts";
import type { ShownTranslations } from "#app/care/draft/translate/translation.ts";
import { standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { modelMayDraft, type Settings } from "#app/shop/settings.ts";

/** As many as the screen shows of a conversation. */
const NEWEST_MESSAGES = 200;

/** What a screen shows of a conversation's messages in its reviewer's language, and whether a model may be asked for more. */
export async function showTranslations(
  tx: Tx,
  keys: ShopKeys,
  given: { conversationId: string; language: string; settings: Settings; available: boolean; now: Date },
): Promise<ShownTranslations> {
  const { conversationId, language, settings, available, now } = given;
  const incoming = await tx.message.findMany({
    where: { shopId: keys.shopId, conversationId, direction: "in", automatic: false },
    select: { id: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: NEWEST_MESSAGES,
  });
  const messageIds = incoming.map(({ id }) => id);
  // One reading that cannot be opened takes no other's translation away.
  const readings = await standingReadings(tx, keys, { messageIds, now, onUnreadable: () => undefined });
  const kept = await findTranslations(tx, keys, { conversationId, language });
  const messages = Array.from(readings, ([id, { reading }]) => [
    id,
    { language: reading.language, translation: kept.get(id) ?? null },
  ]);
  return { offered: offered(settings, available), messages: Object.fromEntries(messages) };
}

function offered(settings: Settings, available: boolean): ShownTranslations["offered"] {
  if (!available) return "no_model";
  return modelMayDraft(settings) ? "by_model" : "not_accepted";
}
