import { newsSince } from "#app/care/decide/of-the-kind.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";

const AT_ONCE = 1_000;
/** What a person has not settled, and a shopper's message may change. */
const PENDING = ["held", "wanted", "waiting", "snoozed"];

/**
 * Asks for decisions anew where what they rested on changed at once for many: the shop saved other settings, or a shopper wrote, so
 * that what waits for a person to approve it may not be right any more.
 */
export const decideAgain: Handler<"decideAgain"> = async (ports, { shopId, inShop }, data) => {
  if ("messageId" in data) {
    const count = await inShop(async (tx) =>
      emitFor(tx, shopId, await issuesOfWriter(tx, shopId, data.messageId)),
    );
    return count === 0 ? "nothing about them is undecided" : `asked for ${count} decisions anew`;
  }
  return `asked for ${await allOpen(inShop, { shopId, now: ports.now() })} decisions anew`;
};

async function issuesOfWriter(tx: Tx, shopId: string, messageId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT o.issue_id AS id FROM messages AS m
    JOIN conversations AS c ON c.shop_id = m.shop_id AND c.id = m.conversation_id
    JOIN outreaches AS o ON o.shop_id = c.shop_id AND (o.contact_index = c.contact_index OR o.order_id = ANY(c.order_ids))
    WHERE m.shop_id = ${shopId} AND m.id = ${messageId} AND o.state = ANY(${PENDING})`;
  return rows.map(({ id }) => id);
}

/** What is news still, and what waits to be told however old it is. */
async function allOpen(inShop: InShop, { shopId, now }: { shopId: string; now: Date }): Promise<number> {
  let [after, count] = ["", 0];
  for (;;) {
    const ids = await inShop(async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM order_issues AS i WHERE shop_id = ${shopId} AND id > ${after}
          AND (status = 'open' AND known_since > ${newsSince(now)} OR EXISTS (
            SELECT FROM outreaches WHERE shop_id = i.shop_id AND issue_id = i.id AND state = ANY(${PENDING})))
        ORDER BY id LIMIT ${AT_ONCE}`;
      const found = rows.map(({ id }) => id);
      await emitFor(tx, shopId, found);
      return found;
    });
    count += ids.length;
    after = ids.at(-1) ?? "";
    if (ids.length < AT_ONCE) return count;
  }
}

async function emitFor(tx: Tx, shopId: string, issueIds: readonly string[]): Promise<number> {
  await emitAll(
    sqlOf(tx),
    issueIds.map((issueId) => ({ event: "outreach-held", data: { shopId, issueId } })),
  );
  return issueIds.length;
}
