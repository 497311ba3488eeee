import type { Tx } from "#app/db.server.ts";
import { listStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { nameMacros } from "#app/voice/list-macros.server.ts";
import type { Macro, Person } from "./form-part.ts";
import type { Names } from "./rule-words.ts";

/** The team and the macros that rules can name, and what they are called. */
export async function namesFor(
  tx: Tx,
  keys: ShopKeys,
): Promise<{ team: Person[]; macros: Macro[]; names: Names }> {
  const team = (await listStaff(tx, keys)).map(({ id, name, away }) => ({ id, name, away }));
  const macros = await nameMacros(tx, keys.shopId);
  return {
    ...{ team, macros },
    names: {
      staff: Object.fromEntries(team.map(({ id, name }) => [id, name])),
      macros: Object.fromEntries(macros.map(({ id, name }) => [id, name])),
    },
  };
}
