import { holdOutResults } from "#app/care/learn/hold-out-results.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

/** What leaving some shoppers out has shown so far; kinds of which nobody's time is over yet are left out. */
export async function resultsScreen({ inShop, keys }: StaffSession) {
  const { on, kinds } = await inShop((tx) => holdOutResults(tx, keys, { now: new Date() }));
  const counted = kinds.filter(({ outcomes }) =>
    outcomes.some(({ written, heldOut }) => written.n + heldOut.n > 0),
  );
  return { on, results: counted };
}
