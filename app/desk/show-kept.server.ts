import type { Promise as PromiseRow } from "@prisma/client";
import { dayOf, endOfDay } from "#app/care/keep/due-day.ts";
import { promiseContentSchema } from "#app/care/keep/promise-content.ts";
import { sentClaimContentSchema } from "#app/care/draft/sent-claim-content.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShownFalsehood, ShownPromise } from "#app/desk/shapes.ts";
import { days } from "#app/lib/duration.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import { settingsSchema, staffName } from "#app/shop/settings.ts";

type Asked = { conversationId: string; now: Date };

/** What was promised in a conversation, by whom, and what became of it. */
export async function showPromises(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: Asked,
): Promise<ShownPromise[]> {
  const rows = await tx.promise.findMany({
    where: { conversationId },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { name: true, timezone: true, settings: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  const timeZone = shop.timezone ?? "UTC";
  const names = await namesOfStaff(
    tx,
    keys,
    rows.flatMap(({ owner }) => owner ?? []),
  );
  const nameOf = (id: string) => names.get(id) ?? staffName({ id, settings, shopName: shop.name });
  return rows.map((row) => ({
    ...shownPromise(keys, row),
    owner: row.owner ? nameOf(row.owner) : teamOf(settings, shop),
    dueSoon: row.state === "open" && row.warnAt !== null && row.warnAt <= now,
    dueDay: row.dueAt && dayIn(row.dueAt, { timeZone, now }),
    dueIn: row.dueAt && daysInWords(daysFrom(row.dueAt, { timeZone, now })),
    dueInDays: row.dueAt && daysFrom(row.dueAt, { timeZone, now }),
    dueWholeDay: row.dueAt !== null && isWholeDay(row.dueAt, timeZone),
  }));
}

const teamOf = ({ voice }: { voice: { teamName: string } }, shop: { name: string }) =>
  voice.teamName || shop.name;

function shownPromise(keys: ShopKeys, row: PromiseRow) {
  const { id, state, kind, saidBy, orderId, madeAt, dueAt, keptAt, keptBy } = row;
  const sealed = { context: `promises.sealed:${id}` as const, bytes: row.sealed };
  const { text, told } = openJson(keys, sealed, promiseContentSchema);
  return {
    ...{ id, text, told, state, kind, saidBy, orderId, keptBy },
    madeAt: madeAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    keptAt: keptAt?.toISOString() ?? null,
  };
}

/** By the calendar where the shop is, so that tomorrow evening is no second day. */
function daysFrom(at: Date, { timeZone, now }: { timeZone: string; now: Date }): number {
  const apart = Date.parse(dayOf(at, timeZone)) - Date.parse(dayOf(now, timeZone));
  return Math.round(apart / days(1));
}

/** "tomorrow", "in 3 days", "2 days ago". */
const daysInWords = (apart: number) =>
  new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(apart, "day");

const isWholeDay = (at: Date, timeZone: string) =>
  endOfDay(dayOf(at, timeZone), timeZone)?.getTime() === at.getTime();

/** "Friday, Nov 27", where the shop is; with the year when it is not this one, and with the hour when it ends before the day does. */
function dayIn(at: Date, { timeZone, now }: { timeZone: string; now: Date }): string {
  const year = (day: Date) => new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(day);
  return new Intl.DateTimeFormat("en", {
    ...{ weekday: "long", month: "short", day: "numeric", timeZone },
    ...(year(at) === year(now) ? {} : { year: "numeric" }),
    ...(isWholeDay(at, timeZone) ? {} : { hour: "numeric", minute: "2-digit" }),
  }).format(at);
}

/** What was told in a conversation and is not so any more, the newest first. */
export async function showCorrections(
  tx: Tx,
  keys: ShopKeys,
  { conversationId }: Pick<Asked, "conversationId">,
): Promise<ShownFalsehood[]> {
  const rows = await tx.sentClaim.findMany({
    where: { conversationId, state: "false" },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, orderId, sentAt, falseAt, sealed }) => {
    const content = openJson(
      keys,
      { context: `sent_claims.sealed:${id}`, bytes: sealed },
      sentClaimContentSchema,
    );
    return {
      ...{ id, orderId, saidAt: sentAt.toISOString(), falseAt: falseAt?.toISOString() ?? null },
      facts: content.became.map(({ label, said, sentence, now }) => ({ label, said, sentence, now })),
    };
  });
}
