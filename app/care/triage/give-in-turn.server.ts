import type { Tx } from "#app/db.server.ts";
import { listStaff, type ListedStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { leastLoaded, nextInTurn, present, turnAfter, type Turns } from "./whose-turn.ts";

/** Who gets a conversation by themselves: one after the other, or who has the fewest that are open. */
export type Way = "in_turn" | "least_loaded";

type Asked = { ruleId: string; way: Way; among: readonly string[] };

/**
 * Draws who gets the next conversation of a rule and writes down that it was their turn; null where nobody is there. Draws of one shop
 * come one after the other until their transactions end, so that each sees who got what before. Hold the conversation before.
 */
export async function giveInTurn(
  tx: Tx,
  keys: ShopKeys,
  { ruleId, way, among }: Asked,
): Promise<string | null> {
  const { shopId } = keys;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`turns|${shopId}`}, 0))`;
  const people = present(await listStaff(tx, keys), among);
  const turns = await turnsOf(tx, shopId, ruleId);
  const id =
    way === "in_turn"
      ? nextInTurn(people, turns)
      : leastLoaded(people, { loads: await readLoads(tx, shopId), turns });
  if (id === null) return null;
  const turn = turnAfter(turns);
  await tx.triageTurn.upsert({
    where: { shopId_ruleId_staffId: { shopId, ruleId, staffId: id } },
    create: { shopId, ruleId, staffId: id, turn },
    update: { turn },
  });
  return id;
}

/**
 * Who takes what is escalated: the named person, where they are there; else a lead or an owner who is, in turn; else anybody's it is not.
 */
export async function whoTakesOver(
  tx: Tx,
  keys: ShopKeys,
  { ruleId, to }: { ruleId: string; to: string },
): Promise<string | null> {
  const team = await listStaff(tx, keys);
  if (present(team, [to]).length > 0) return to;
  const leading = team.filter(isLeading).map(({ id }) => id);
  return leading.length > 0 ? giveInTurn(tx, keys, { ruleId, way: "in_turn", among: leading }) : null;
}

const isLeading = ({ role }: ListedStaff): boolean => role !== "reviewer";

async function turnsOf(tx: Tx, shopId: string, ruleId: string): Promise<Turns> {
  const rows = await tx.triageTurn.findMany({ where: { shopId, ruleId } });
  return new Map(rows.map(({ staffId, turn }) => [staffId, turn]));
}

/** How many open conversations each person has; who has none is not in it. */
export async function readLoads(tx: Tx, shopId: string): Promise<Map<string, number>> {
  const rows = await tx.conversation.groupBy({
    by: ["assigneeId"],
    where: { shopId, status: "open", unsent: false, assigneeId: { not: null } },
    _count: true,
  });
  return new Map(
    rows.flatMap(({ assigneeId, _count }) => (assigneeId === null ? [] : [[assigneeId, _count]])),
  );
}
