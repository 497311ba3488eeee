import { milliseconds, seconds, type Duration } from "#app/lib/duration.ts";

export type RoundOutcome = "fruitful" | "fruitless" | "not-our-turn";

const SHORTEST = { fruitful: milliseconds(2), fruitless: milliseconds(10) };
/** A round that seems to have taken longer tells of a process that stood still or a database that was away, not of its cost. */
const LONGEST_ROUND = seconds(1);

/**
 * How long a relay rests after a round that took `took`: as long, four times as long when it found nothing, for each of `relays`
 * there are. So all relays together cost the database a part of one core however many they are.
 */
export function pauseAfter(outcome: RoundOutcome, took: Duration, relays: number): Duration {
  const cost = Math.min(took, LONGEST_ROUND);
  const rest =
    outcome === "fruitful" ? Math.max(SHORTEST.fruitful, cost) : Math.max(SHORTEST.fruitless, cost * 4);
  return rest * relays;
}
