import type { Outreach } from "@prisma/client";
import type { Circumstances } from "#app/care/decide/circumstances.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";

type Asked = {
  shopId: string;
  contactIndex: string | null;
  now: Date;
  /** Whose outreach is to be decided: its own do not count against it. */
  issueId: string;
  /** The outreach that a person approves, or that is about to leave; null while it is decided of. */
  own: Pick<Outreach, "id" | "state" | "changedAt"> | null;
};

const WEEK = days(7);

/**
 * What a shopper got unasked in a week, and what is to come before the one asked about. Where a person approves or a mail leaves, what
 * only waits for a person does not count, and of two that were approved the earlier goes first: neither holds up the other.
 */
export async function readWeek(tx: Tx, asked: Asked): Promise<Circumstances["week"]> {
  const { shopId, contactIndex, now, issueId, own } = asked;
  if (contactIndex === null) return { left: [], underWay: 0 };
  const rows = await tx.outreach.findMany({
    where: {
      ...{ shopId, contactIndex },
      OR: [
        { state: "sent", changedAt: { gt: new Date(now.getTime() - WEEK) } },
        { state: { in: own ? ["approved"] : ["wanted", "waiting", "approved"] }, issueId: { not: issueId } },
      ],
    },
    select: { id: true, state: true, changedAt: true },
  });
  const before = (row: (typeof rows)[number]) =>
    own?.state !== "approved" ||
    row.changedAt < own.changedAt ||
    (row.changedAt.getTime() === own.changedAt.getTime() && row.id < own.id);
  return {
    left: rows.filter(({ state }) => state === "sent").map(({ changedAt }) => changedAt),
    underWay: rows.filter((row) => row.state !== "sent" && row.id !== own?.id && before(row)).length,
  };
}
