import { datedOrders, HISTORY_DAYS } from "./dated-states.ts";
import { formatMeasures, goals, measure, meetsGoals } from "./detect-table.ts";
import { judgeOrder, type Judged } from "./judge.ts";
import { learnHabits } from "./learn-habits.ts";
import { replayOrder, type FindIssues } from "./replay.ts";
import { seeing } from "./see.ts";

/** `holidays`: whether the shop named its holidays in its settings. */
export type DetectInput = { orders: number; seed: number; holidays: boolean };

/** Replays a planned history and judges what is found. The same input and the same rules give the same verdicts. */
export function examineDetection(
  findIssues: FindIssues,
  input: DetectInput,
): { judged: Judged[]; looks: number } {
  const orders = datedOrders(input);
  const see = seeing({ orders, habits: learnHabits(orders), holidays: input.holidays });
  let looks = 0;
  const judged = orders.map((dated) => {
    const replayed = replayOrder(dated, { see, findIssues });
    looks += replayed.looks;
    return judgeOrder(replayed);
  });
  return { judged, looks };
}

/** `npm run eval -- --detect`: prints both halves; the exit code is 1 unless the locked half meets the goals. */
export function reportDetect(
  findIssues: FindIssues,
  { misses, ...input }: DetectInput & { misses: boolean },
): number {
  const startedAt = performance.now();
  const { judged, looks } = examineDetection(findIssues, input);
  if (misses) for (const miss of judged.flatMap((one) => one.misses).toSorted()) console.log(miss);
  const halves = {
    dev: judged.filter(({ locked }) => !locked),
    locked: judged.filter(({ locked }) => locked),
  };
  for (const [name, half] of Object.entries(halves))
    console.log(`\n${name}, ${half.length} orders\n${formatMeasures(measure(half))}`);
  const met = meetsGoals(measure(halves.locked));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `\n${judged.length} orders of ${HISTORY_DAYS} days, seed ${input.seed}, ${looks} looks in ${seconds} s. Goals, all kinds of the locked half together: ` +
      `recall ≥ ${goals.recall}, precision ≥ ${goals.precision}, found before the shopper asks ≥ ${goals.inTime}: ${met ? "met" : "NOT MET"}.`,
  );
  return met ? 0 : 1;
}
