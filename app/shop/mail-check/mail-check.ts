import { createHmac, timingSafeEqual } from "node:crypto";
import { hours, minutes } from "#app/lib/duration.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * What is found out by a mail of our own: `inbound`, whether mail to the shop's inbound address comes back to us; `address`, whether
 * somebody who wants it reads the mail of an address that the shop wants to write from.
 */
export type MailCheckKind = "inbound" | "address";
export type MailCheckState = "queued" | "sent" | "failed" | "done";

/** What of a check a screen shows. `late`: it is not back in the time that mail usually takes. */
export type ShownCheck = {
  state: MailCheckState | "late" | "expired";
  askedAt: string;
  doneAt: string | null;
  /** The mail server's answer where it did not leave. */
  response: string | null;
};

/** Mail that takes longer than this to come back mostly does not come at all. */
const USUALLY_BACK = minutes(2);
/** How long a check may be answered. A round trip that takes longer is of no use; a person opens their mail the next day. */
export const LIVES: Record<MailCheckKind, number> = { inbound: hours(1), address: hours(48) };
/** Another one is sent this long after the last: a button is not a way to flood a mailbox. */
export const AGAIN_AFTER = minutes(1);

type Row = { state: string; askedAt: Date; doneAt: Date | null; expiresAt: Date; response: string | null };

export function shownCheck(kind: MailCheckKind, row: Row, now: Date): ShownCheck {
  const { state, askedAt, doneAt, expiresAt, response } = row;
  const about = { askedAt: askedAt.toISOString(), doneAt: doneAt?.toISOString() ?? null, response };
  if (state === "done" || state === "failed") return { ...about, state };
  if (kind === "address" && expiresAt <= now) return { ...about, state: "expired" };
  const waited = now.getTime() - askedAt.getTime();
  // Where the mail server does not answer nothing is sent, however long it takes; that it takes long is worth a word.
  if (waited > USUALLY_BACK && (kind === "inbound" || state === "queued")) return { ...about, state: "late" };
  return { ...about, state: state === "sent" ? "sent" : "queued" };
}

const LINK = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{32})$/u;
const MAIL_ID = /^attune-check\.([a-z0-9-]{1,64})\.([a-f0-9]{32})@/u;

/** What stands in the link that proves an address: nobody makes one without the shop's key. */
export const checkToken = (keys: ShopKeys, id: string): string =>
  `${keys.shopId}.${id}.${digestOf(keys, id).toString("base64url").slice(0, 32)}`;

/** What a link says it is for, before it is proven; null when it is none of ours. */
export function checkLinkOf(token: string): { shopId: string; id: string } | null {
  const [, shopId, id] = LINK.exec(token) ?? [];
  return shopId && id ? { shopId, id } : null;
}

export function isCheckProven(keys: ShopKeys, token: string): boolean {
  const link = checkLinkOf(token);
  return link !== null && link.shopId === keys.shopId && isSame(token, checkToken(keys, link.id));
}

/** The Message-ID of a check's mail: whatever way the mail takes, and whoever forwards it, it keeps that. With angle brackets. */
export const checkMailId = (keys: ShopKeys, id: string, domain: string): string =>
  `<attune-check.${id}.${digestOf(keys, id).toString("hex").slice(0, 32)}@${domain}>`;

/** The check whose mail has this Message-ID; null where it is none of this shop's. */
export function checkOfMail(keys: ShopKeys, mailId: string | null): string | null {
  const [, id, given] = MAIL_ID.exec(mailId?.trim().replace(/^</u, "").toLowerCase() ?? "") ?? [];
  if (!id || !given) return null;
  return isSame(given, digestOf(keys, id).toString("hex").slice(0, 32)) ? id : null;
}

const digestOf = (keys: ShopKeys, id: string): Buffer =>
  createHmac("sha256", keys.index).update(`mail-check|${keys.shopId}|${id}`).digest();

function isSame(one: string, other: string): boolean {
  const [given, wanted] = [Buffer.from(one), Buffer.from(other)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
