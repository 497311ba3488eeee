import type { Random } from "../seed/random.ts";
import { dayOf, timeOn } from "./calendar.ts";
import { between, happens, randomFor, shuffled, weighted } from "./chance.ts";
import { labelsOf } from "./label-lives.ts";
import { startLife, type Life } from "./life.ts";
import { inventShopper, type Shopper } from "./shoppers.ts";
import type { OrderPlan } from "./step.ts";
import { dates } from "./stories/dates.ts";
import { handling } from "./stories/handling.ts";
import { money } from "./stories/money.ts";
import { ordinary } from "./stories/ordinary.ts";
import { orders } from "./stories/orders.ts";
import { parcels } from "./stories/parcels.ts";
import type { Story } from "./stories/story.ts";

export const stories: readonly Story[] = [
  ...ordinary,
  ...handling,
  ...parcels,
  ...money,
  ...orders,
  ...dates,
];

export type HistoryInput = {
  /** How many orders, at least; a story of two orders may make it one more. */
  orders: number;
  days: number;
  from: Date;
  seed: number;
  /** Whether the shop's people write to shoppers where that makes the difference. */
  spoken: boolean;
};

/** A shop's orders over some days, with everything that becomes of them, oldest first. The same input gives the same history. */
export function planHistory(input: HistoryInput): OrderPlan[] {
  const random = randomFor(input.seed, 0);
  const known: Shopper[] = [];
  const lives: Life[] = [];
  for (const [index, story] of deck(random, input).entries()) {
    const own = randomFor(input.seed, index + 1);
    const placedAt = orderTime(own, input);
    const shopper = whoOrders(own, { known, story, key: `${input.seed}-${index + 1}` });
    const life = startLife({
      key: String(index + 1),
      story: story.name,
      planted: story.planted ?? null,
      random: own,
      shopper,
      placedAt,
    });
    lives.push(life);
    story.play(life, (at) => {
      const second = startLife({ ...life, key: `${life.key}b`, placedAt: Math.round(at) });
      second.placing.lines = life.placing.lines.map((line) => ({ ...line }));
      lives.push(second);
      return second;
    });
  }
  // Where nobody writes, what was given back was given back without a word.
  if (!input.spoken) for (const life of lives) life.words = [];
  return lives.map(planOf).toSorted((one, other) => placedAtOf(one) - placedAtOf(other));
}

const placedAtOf = ({ steps }: OrderPlan): number => steps[0]?.at ?? 0;

/** Each story as often as its share says, each planted problem at least once, in a mixed order. */
function deck(random: Random, { orders: count, spoken }: HistoryInput): Story[] {
  const open = stories.filter((story) => spoken || !story.spoken);
  const total = open.reduce((sum, story) => sum + story.share * ordersOf(story), 0);
  const cards: Story[] = [];
  for (const story of open) {
    const wanted = (story.share * count) / total;
    const times = story.planted ? Math.max(1, Math.round(wanted)) : Math.floor(wanted);
    for (let time = 0; time < times; time += 1) cards.push(story);
  }
  const [plain] = open;
  for (let made = cards.reduce((sum, one) => sum + ordersOf(one), 0); plain && made < count; made += 1)
    cards.push(plain);
  return shuffled(random, cards);
}

const ordersOf = ({ pair }: Story): number => (pair ? 2 : 1);

/** Mostly in the evening; as many on every day of the week. */
function orderTime(random: Random, { from, days }: HistoryInput): number {
  const day = dayOf(from.getTime()) + random.integer(0, days - 1);
  const hour = weighted(random, [
    [8, between(random, 0, 8)],
    [42, between(random, 8, 17)],
    [50, between(random, 17, 24)],
  ] as const);
  return Math.max(from.getTime(), Math.round(timeOn(day, hour)));
}

type Ordering = { known: Shopper[]; story: Story; key: string };

/** A quarter are known to the shop; somebody has at most one order under way that means to tell a story of its own. */
function whoOrders(random: Random, { known, story, key }: Ordering): Shopper {
  const { among } = story;
  if (!story.pair && !story.planted && !among && known.length > 20 && happens(random, 0.3)) {
    const back = known[random.integer(0, known.length - 1)];
    if (back) return back;
  }
  const shopper = inventShopper(random, key, among);
  if (!story.pair) known.push(shopper);
  return shopper;
}

function planOf(life: Life): OrderPlan {
  const steps = life.steps
    .map((step) => ({ ...step, at: Math.round(step.at) }))
    .toSorted((one, other) => one.at - other.at);
  return {
    key: life.key,
    story: life.story,
    planted: life.planted,
    shopper: life.shopper,
    placing: life.placing,
    steps,
    words: life.words
      .map((word) => ({ ...word, at: Math.round(word.at) }))
      .toSorted((one, other) => one.at - other.at),
    labels: labelsOf(life),
  };
}
