import { DAY, dayOf, endOfWorkdays, HOUR, timeOn } from "../calendar.ts";
import { between, happens } from "../chance.ts";
import { arrivedBy, chooseLane, HANDLING_DAYS, send, usualLeave, type Life } from "../life.ts";
import { sayDay } from "../wordings.ts";
import { followedCountries, type Lane } from "../lanes.ts";
import type { Story } from "./story.ts";

/** Gifts, days by which something is needed, and dates that mean nothing of the kind. */
export const dates: Story[] = [
  { name: "a gift without a day", share: 35, play: undated },
  { name: "needed by a day, in time", share: 25, play: inTime },
  { name: "a date that is no day to deliver", share: 12, play: harmless },
  {
    name: "needed by a day, and missed",
    share: 13,
    planted: "needed_by_at_risk",
    among: followedCountries,
    play: missed,
  },
];

function undated(life: Life): void {
  const { random, placing } = life;
  if (happens(random, 0.5)) placing.tags = ["gift"];
  placing.note = sayDay(life, "gift", null);
  send(life, { at: usualLeave(random, life.placedAt) });
}

/** The longest that a parcel which is well takes from the order to the door, nearly always. */
const comfortable = (lane: Lane): number => {
  const way = lane.legs.reduce((sum, { hours }) => sum + hours, lane.lastHours) * HOUR;
  return way * 1.7 + 3 * DAY;
};

function inTime(life: Life): void {
  const { random, placedAt } = life;
  const lane = chooseLane(life);
  const enough = endOfWorkdays(placedAt, HANDLING_DAYS) + comfortable(lane);
  need(life, dayOf(enough) + random.integer(1, 12));
  send(life, { at: usualLeave(random, placedAt), lane });
}

/** A fair share could never have been kept; others were sent too late, or were slow. */
function missed(life: Life): void {
  const { random, placedAt } = life;
  const lane = chooseLane(life, true);
  const how = random.pick(["never", "late", "late", "slow"] as const);
  const leaves =
    how === "late"
      ? endOfWorkdays(placedAt, HANDLING_DAYS + random.integer(1, 7)) + 11 * HOUR
      : usualLeave(random, placedAt);
  send(life, { at: leaves, lane, slow: how === "slow" });
  const arrived = dayOf(arrivedBy(life) ?? leaves);
  const earliest = dayOf(placedAt) + 1;
  const day =
    how === "never"
      ? earliest + (arrived > earliest + 1 ? random.integer(0, 1) : 0)
      : arrived - random.integer(1, 3);
  need(life, Math.max(earliest, Math.min(day, arrived - 1)));
}

function need(life: Life, day: number): void {
  const { random, placing } = life;
  life.truth.neededBy = { until: timeOn(day + 1, 0), missed: (arrivedBy(life) ?? 0) >= timeOn(day + 1, 0) };
  if (happens(random, 0.45)) placing.note = sayDay(life, "needed", day);
  else placing.attributes.push(attribute(life, day));
  if (happens(random, 0.3)) placing.tags = ["gift"];
}

function attribute({ random, shopper }: Life, day: number): { name: string; value: string } {
  const iso = new Date(day * DAY).toISOString().slice(0, 10);
  const german = shopper.country.code === "DE" || shopper.country.code === "AT";
  if (german && happens(random, 0.4))
    return {
      name: random.pick(["Wunschtermin", "Liefertermin"]),
      value: iso.split("-").toReversed().join("."),
    };
  return { name: random.pick(["Gift date", "Needed by", "Delivery date", "Deliver by"]), value: iso };
}

function harmless(life: Life): void {
  const { random, placing, placedAt } = life;
  const past = dayOf(placedAt) - random.integer(5, 60);
  if (happens(random, 0.5)) placing.note = sayDay(life, "harmless", past);
  else
    placing.attributes.push(
      random.pick([
        {
          name: "Date of birth",
          value: `19${random.integer(60, 99)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
        },
        { name: "Engraving", value: `12.0${random.integer(1, 9)}.20${random.integer(10, 19)}` },
        { name: "Referred on", value: new Date(past * DAY).toISOString().slice(0, 10) },
      ]),
    );
  send(life, { at: usualLeave(random, placedAt + between(random, 0, 1) * HOUR) });
}
