import { approveOutreaches } from "#app/care/review/approve-outreach.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { action } from "#app/routes/unsubscribe/unsubscribe.ts";
import { days, hours, minutes, type Duration } from "#app/lib/duration.ts";
import type { OutreachChange } from "#app/shop/outreach-settings.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";
import type { MailboxMessage } from "#devstore/context.ts";
import type { Order } from "#devstore/state/model.ts";
import type { livingShop } from "#tests/factories/living-shop.ts";
import type { Stopped } from "#tests/factories/quarter-records.ts";

export const setOutreach = (shopId: string, outreach: OutreachChange) =>
  forShop(shopId)((tx) => saveSettings(tx, shopId, { outreach }));

/** Once a day, as the worker's schedule asks for it. */
const learnDaily = (shopId: string) =>
  forShop(shopId)((tx) => emitAll(sqlOf(tx), [{ event: "detection-due", data: { shopId } }]));

type Living = {
  shop: Awaited<ReturnType<typeof livingShop>>;
  from: Date;
  until: Date;
  step: Duration;
  /** After each step. */
  then: (now: Date) => Promise<void>;
};

/**
 * Lives on, step by step: what happened arrives, jobs run when they are due, orders are looked at when their time has come, and at
 * nine in the morning in Hamburg a person approves whatever waits.
 */
export async function liveOn({ shop, from, until, step, then }: Living): Promise<void> {
  const { time, shopId } = shop;
  for (let at = from.getTime() + step; at <= until.getTime(); at += step) {
    const now = new Date(at);
    await shop.liveUntil(now);
    const hour = at % days(1);
    if (hour < step) await learnDaily(shopId);
    await time.drain();
    await time.fire();
    await time.drain();
    if (hour >= hours(8) && hour < hours(8) + step) {
      await approveAll(shop);
      await time.drain();
    }
    await then(now);
  }
}

/** A person approves whatever waits, one problem after the other. */
async function approveAll({ shopId, time }: Living["shop"]): Promise<void> {
  const { rows: messages } = await systemPool.query<{ issueId: string; draftId: string }>(
    `SELECT issue_id AS "issueId", draft_id AS "draftId" FROM outreaches
     WHERE shop_id = $1 AND state = 'waiting' AND draft_id IS NOT NULL ORDER BY issue_id`,
    [shopId],
  );
  const deps = { inShop: forShop(shopId), now: time.now };
  const answers = await approveOutreaches(deps, { shopId, messages, staff: { id: "42", name: "Mia" } });
  const odd = answers.filter(({ outcome }) => !APPROVED.has(outcome));
  if (odd.length > 0) throw new Error(`what waits cannot be approved: ${JSON.stringify(odd)}`);
}

/** `unwanted`: what waited over night is not to be told any more. */
const APPROVED: ReadonlySet<string> = new Set(["approved", "already_sent", "unwanted", "stale"]);

/** Some shoppers asked before the quarter for no such mail, and a few addresses take none at all. */
export async function stopWriting(
  keys: ShopKeys,
  { seed, at }: { seed: number; at: Date },
): Promise<Stopped[]> {
  const { shopId } = keys;
  const stopped: Stopped[] = [];
  for (let nth = 3; nth < 400; nth += 8) {
    const to = `shopper.${seed}-${nth}@example.com`;
    const scope = nth % 3 === 0 ? "all" : "outreach";
    const reason = scope === "all" ? "complained" : "unsubscribed";
    const contactIndex = blindIndex(keys, "email", to);
    await forShop(shopId)((tx) => suppress(tx, { shopId, contactIndex, scope, reason }));
    stopped.push({ to, at, scope });
  }
  return stopped;
}

/** Every third shopper who gets a mail asks for no more a minute later, by the one click that it offers (RFC 8058). */
export async function stopByLink(mail: MailboxMessage): Promise<Stopped[]> {
  const to = (mail.envelope.to[0] ?? "").toLowerCase();
  const nth = Number(/-(\d+)@/u.exec(to)?.[1]);
  if (nth % 3 !== 0) return [];
  const headers = new Map(Object.entries(mail.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const link = /<(https:[^>]+)>/u.exec(headers.get("list-unsubscribe") ?? "")?.[1];
  if (!link) throw new Error("a mail nobody asked for has no link to stop them");
  const request = new Request(link, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: headers.get("list-unsubscribe-post") ?? "",
  });
  const answer = await action({ request, params: { token: new URL(link).pathname.split("/").at(-1) ?? "" } });
  if (answer.status !== 200) throw new Error(`the link to stop them answers ${answer.status}`);
  return [{ to, at: new Date(new Date(mail.at).getTime() + minutes(1)), scope: "outreach" }];
}

/** Notes the state of every issue that has another one than when it was last looked at. */
export async function livesNow(lives: Map<string, string[]>): Promise<void> {
  const { rows } = await systemPool.query<{ id: string; status: string }>(
    "SELECT id, status FROM order_issues",
  );
  for (const { id, status } of rows) {
    const before = lives.get(id) ?? [];
    if (before.at(-1) !== status) lives.set(id, [...before, status]);
  }
}

/** Jobs that say more of a shopper than an id. */
export async function personalJobs(orders: readonly Order[]): Promise<string[]> {
  const { rows } = await systemPool.query<{ name: string; said: string }>(
    "SELECT name, concat_ws(' ', data::text, outcome, error) AS said FROM jobs",
  );
  const words = new Set(
    orders.flatMap(({ email, shippingAddress: to }) =>
      [email, to && `${to.firstName} ${to.lastName}`, to?.address1, to?.phone].filter(
        (one): one is string => typeof one === "string" && one.length > 5,
      ),
    ),
  );
  return rows.filter(({ said }) => [...words].some((word) => said.includes(word))).map(({ name }) => name);
}
