import { isProven, namedIn, type Unsubscriber } from "#app/conversation/unsubscribe-link.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { findShopById } from "#app/shop/find-shop.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type Unsubscribed =
  /** `languages`: those the shopper is known to read, the likeliest first. */
  | {
      outcome: "known";
      shopName: string;
      /** As the shop's mails address them. */
      form: "formal" | "friendly";
      languages: string[];
      stopped: boolean;
    }
  | { outcome: "not_found" };

/** Which suppressions the shopper may lift again: not a complaint, and not a bounce. */
const REASON = "unsubscribed";
/** What a person has not settled: it is decided anew, and taken back. */
const PENDING = ["held", "wanted", "waiting", "snoozed"];

/**
 * Shows, stops or resumes the messages that nobody asked for, for who holds a link from one of them: no session, and no address is
 * asked. Each of them may be done again without harm. Answers, notices of the law and corrections are not stopped by it.
 */
export async function unsubscribe(token: string, act: "show" | "stop" | "resume"): Promise<Unsubscribed> {
  const named = namedIn(token);
  const shop = named && (await findShopById(named.shopId));
  if (!named || !shop || !isProven(await shopKeys(shop.id), token)) return { outcome: "not_found" };
  return forShop(shop.id)(async (tx) => {
    if (act === "stop") await stop(tx, named);
    if (act === "resume") await resume(tx, named);
    const stopped = await tx.suppression.count({
      where: { contactIndex: named.contactIndex, scope: { in: ["all", "outreach"] } },
    });
    const languages = await languagesOf(tx, named);
    const { formality: form } = (await readSettings(tx, shop.id)).voice;
    return { outcome: "known", shopName: shop.name, form, languages, stopped: stopped > 0 };
  });
}

async function stop(tx: Tx, { shopId, contactIndex }: Unsubscriber): Promise<void> {
  await suppress(tx, { shopId, contactIndex, scope: "outreach", reason: REASON });
  const pending = await tx.outreach.findMany({
    where: { shopId, contactIndex, state: { in: PENDING } },
    select: { issueId: true },
  });
  const issueIds = [...new Set(pending.map(({ issueId }) => issueId))];
  await emitAll(
    sqlOf(tx),
    issueIds.map((issueId) => ({ event: "outreach-held", data: { shopId, issueId } })),
  );
}

async function resume(tx: Tx, { contactIndex }: Unsubscriber): Promise<void> {
  await tx.suppression.deleteMany({ where: { contactIndex, scope: "outreach", reason: REASON } });
}

async function languagesOf(tx: Tx, { shopId, contactIndex }: Unsubscriber): Promise<string[]> {
  const conversation = await tx.conversation.findFirst({
    where: { shopId, contactIndex, language: { not: null } },
    orderBy: { updatedAt: "desc" },
    select: { language: true },
  });
  const order = await tx.order.findFirst({
    where: { shopId, emailIndex: contactIndex, deletedAt: null },
    orderBy: { placedAt: "desc" },
    select: { locale: true },
  });
  return [conversation?.language, order?.locale].filter((tag) => tag !== null && tag !== undefined);
}
