import type { Tx } from "#app/db.server.ts";
import type { Nameable } from "./misnamed-in.ts";

/** What the rules of a shop may name now. */
export async function readNameable(tx: Tx, shopId: string): Promise<Nameable> {
  const members = await tx.staffMember.findMany({ where: { shopId, removedAt: null }, select: { id: true } });
  const macros = await tx.macro.findMany({ where: { shopId, removedAt: null }, select: { id: true } });
  return { team: new Set(members.map(({ id }) => id)), macros: new Set(macros.map(({ id }) => id)) };
}
