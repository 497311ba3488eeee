import type { Check } from "#app/care/draft/draft.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import { lookAgain, type LookedAgain } from "#app/care/review/look-again.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { seconds } from "#app/lib/duration.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type EditToCheck = { shopId: string; conversationId: string; draftId: string; text: string };
export type EditChecked =
  { outcome: "checked"; checks: Check[] } | { outcome: "stale" } | { outcome: "not_found" };

/**
 * What the guard says of a text that a person is writing: as when it is sent, only sooner. Nothing is written or locked. What the
 * text is judged by is made ready once for a draft and kept for some seconds, so that a key costs a look at one row.
 */
export async function checkEdit(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, conversationId, draftId, text }: EditToCheck,
): Promise<EditChecked> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<EditChecked> => {
    const where = { id: draftId, conversationId, shopId };
    const row = await tx.draft.findFirst({ where, select: { status: true } });
    if (!row) return { outcome: "not_found" };
    if (row.status !== "waiting") return { outcome: "stale" };
    const { guard, foreign } = await judgeOf(tx, keys, { draftId, at: now() });
    const edited = plainText(text);
    return { outcome: "checked", checks: [...guard.check(edited), ...(await foreign(tx, edited))] };
  });
}

type Judge = { guard: Awaited<ReturnType<LookedAgain["guard"]>>; foreign: LookedAgain["foreign"] };

/** Newest last. A person writes one reply at a time; a few hundred write at once. */
const judges = new Map<string, { judge: Judge; until: number }>();
const MOST_JUDGES = 200;
/** The records may have changed since: the last look, when it is sent, is a new one. */
const KEPT_MS = seconds(30);

async function judgeOf(
  tx: Tx,
  keys: ShopKeys,
  { draftId, at }: { draftId: string; at: Date },
): Promise<Judge> {
  for (const [id, { until }] of judges) if (until <= at.getTime()) judges.delete(id);
  const known = judges.get(draftId);
  if (known) return known.judge;
  const row = await tx.draft.findFirstOrThrow({ where: { id: draftId, shopId: keys.shopId } });
  const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
  const content = openJson(keys, sealed, draftContentSchema);
  const looked = await lookAgain(tx, keys, { row, content, at });
  const judge = { guard: await looked.guard(), foreign: looked.foreign };
  const [oldest] = judges.keys();
  if (oldest !== undefined && judges.size >= MOST_JUDGES) judges.delete(oldest);
  judges.set(draftId, { judge, until: at.getTime() + KEPT_MS });
  return judge;
}
