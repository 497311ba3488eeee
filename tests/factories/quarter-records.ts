import { reasonSchema, type Reason } from "#app/care/decide/outreach.ts";
import { systemPool } from "#app/system-db.server.ts";
import type { MailboxMessage } from "#devstore/context.ts";
import type { Order } from "#devstore/state/model.ts";
import type { LivedOrder } from "#tests/factories/living-shop.ts";

/** An issue as it stands at the end. */
export type EndedIssue = {
  id: string;
  orderId: string;
  kind: string;
  subject: string;
  status: string;
  openedAt: Date;
  resolvedAt: Date | null;
};

/** A word of an issue that was decided about, and the mail it became. */
export type Word = {
  id: string;
  issueId: string;
  orderId: string;
  kind: string;
  subject: string;
  stage: string;
  news: string;
  state: string;
  /** The rules that spoke against it last. */
  against: string[];
  messageId: string | null;
  /** Of its delivery. */
  status: string | null;
};

/** A mail in a shopper's mailbox, with what it told of; null when nobody knows. `at` to the minute: the rest is the machine's own time. */
export type Told = { mail: MailboxMessage; to: string; at: Date; order: Order | null; word: Word | null };

/** When somebody asked for no such mail, or their address stopped taking any. */
export type Stopped = { to: string; at: Date; scope: "outreach" | "all" };

export type Records = {
  end: Date;
  issues: EndedIssue[];
  words: Word[];
  mails: Told[];
  lived: LivedOrder[];
  stopped: Stopped[];
};

type Given = {
  end: Date;
  shopId: string;
  mailbox: MailboxMessage[];
  orders: readonly Order[];
  lived: LivedOrder[];
  stopped: Stopped[];
};

/** All that a quarter left behind, in the app and at the shoppers'. */
export async function quarterRecords({ shopId, mailbox, orders, ...rest }: Given): Promise<Records> {
  const { rows: issues } = await systemPool.query<EndedIssue>(
    `SELECT id, order_id AS "orderId", kind, subject, status, opened_at AS "openedAt", resolved_at AS "resolvedAt"
     FROM order_issues WHERE shop_id = $1 ORDER BY opened_at, id`,
    [shopId],
  );
  const { rows } = await systemPool.query<Omit<Word, "against"> & { reasons: unknown }>(
    `SELECT o.id, o.issue_id AS "issueId", o.order_id AS "orderId", o.kind, i.subject, o.stage, o.news, o.state, o.reasons,
       coalesce(d.mail_message_id, '<' || o.id || '@inbound.example.test>') AS "messageId", d.status
     FROM outreaches o JOIN order_issues i ON i.shop_id = o.shop_id AND i.id = o.issue_id
     LEFT JOIN deliveries d ON d.shop_id = o.shop_id AND d.draft_id = o.draft_id
     WHERE o.shop_id = $1 ORDER BY o.decided_at, o.id`,
    [shopId],
  );
  const words = rows.map(({ reasons, ...word }) => ({ ...word, against: againstOf(reasons) }));
  const wordOf = new Map(words.map((word) => [word.messageId, word]));
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const mails = mailbox.map((mail): Told => {
    const word = wordOf.get(mail.messageId) ?? null;
    const order = (word && orderOf.get(word.orderId)) ?? null;
    const at = new Date(new Date(mail.at).setUTCSeconds(0, 0));
    return { mail, to: (mail.envelope.to[0] ?? "").toLowerCase(), at, order, word };
  });
  return { ...rest, issues, words, mails };
}

const againstOf = (reasons: unknown): string[] =>
  reasonSchema
    .array()
    .parse(reasons)
    .filter(({ outcome }: Reason) => outcome !== "pass")
    .map(({ rule }) => rule);
