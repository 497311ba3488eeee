import type { DraftContent } from "#app/care/draft/draft.ts";
import { knownFacts } from "#app/care/draft/draft.ts";
import { firstNameOf } from "#app/care/draft/facts/person-name.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

export type PeopleIn = { shopper: string[]; staff: string[]; settings: Settings };

/** Who may be named in a reply: the shopper, by every name the case knows, and the shop's staff. */
export async function peopleIn(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, content }: { conversationId: string; content: DraftContent },
): Promise<PeopleIn> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: keys.shopId }, select: { settings: true } });
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { sealed: true },
  });
  const { contactName } = openJson(
    keys,
    { context: `conversations.sealed:${conversationId}`, bytes: conversation.sealed },
    conversationContentSchema,
  );
  const settings = settingsSchema.parse(shop.settings);
  const written = knownFacts(content).flatMap(({ kind, source, value }) =>
    kind === "name" && source.entity !== "shop" ? [value] : [],
  );
  const names = [contactName, ...written].filter((name) => name.trim() !== "");
  return {
    shopper: [...new Set([...names, ...names.map((name) => firstNameOf(name))])],
    staff: Object.values(settings.staffNames),
    settings,
  };
}
