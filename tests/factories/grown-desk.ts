import { previewOf } from "#app/conversation/preview.ts";
import { hours } from "#app/lib/duration.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import type { Field } from "#tests/factories/grown-shop.ts";
import { chances } from "#tests/factories/grown-words.ts";

type Share<T extends string> = readonly (readonly [T, number])[];

export const LANGUAGES = [
  ["en", 55],
  ["de", 15],
  ["fr-CA", 8],
  ["es", 8],
  ["pt", 5],
  ["ja", 4],
  ["it", 3],
  ["nl", 2],
] as const;
const PRIORITIES = [
  ["low", 10],
  ["normal", 70],
  ["high", 17],
  ["urgent", 3],
] as const;
const CHANNELS = [
  ["email", 85],
  ["storefront", 15],
] as const;
/** Of the newest tenth, and of the rest. */
const ORDER_STATES = [
  [
    ["not_shipped", 30],
    ["partly_shipped", 4],
    ["on_its_way", 36],
    ["delivered", 18],
    ["returning", 5],
    ["refunded", 3],
    ["cancelled", 4],
  ],
  [
    ["not_shipped", 0.4],
    ["partly_shipped", 0.1],
    ["on_its_way", 1],
    ["delivered", 88],
    ["returning", 0.5],
    ["refunded", 6],
    ["cancelled", 4],
  ],
] as const;

const TEAM = 12;
const TAGS = 30;
export const grownStaffId = (member: number) => String(9_000 + member);
export const grownTag = (rank: number) => `tag ${rank}`;

function oneOf<T extends string>(shares: Share<T>, chance: number): T {
  let left = chance * shares.reduce((sum, [, share]) => sum + share, 0);
  const [name] = shares.find(([, share]) => (left -= share) < 0) ?? shares[0] ?? [];
  if (name === undefined) throw new Error("There is nothing to pick from");
  return name;
}

export const DESK_COLUMNS =
  "language, channel, priority, assignee_id, tags, order_state, waiting_since, snoozed_until, sealed_preview";

type Desk = { keys: ShopKeys; index: number; id: string; status: string; age: number; at: Date };

/** What a team does with a conversation; `age` is 0 for the newest and 1 for the oldest. The first of the team takes most, the last hardly any. */
export function deskFields({ keys, index, id, status, age, at }: Desk): Field[] {
  const chance = chances(2_000_003 + index);
  const isFree = chance() < (status === "open" ? 0.35 : 0.1);
  const tags =
    chance() < 0.35 ? [0, 1].flatMap(() => grownTag(Math.floor(chance() ** 3 * TAGS))) : ([] as string[]);
  const preview = previewOf(`Hello, this is about question ${index}: my parcel has not arrived`, "shopper");
  return [
    ...[oneOf(LANGUAGES, chance()), oneOf(CHANNELS, chance()), oneOf(PRIORITIES, chance())],
    isFree ? null : grownStaffId(Math.floor(chance() ** 2 * TEAM)),
    `{${[...new Set(tags)].map((tag) => `"${tag}"`).join()}}`,
    oneOf(ORDER_STATES[age < 0.1 ? 0 : 1], chance()),
    status === "open" || status === "snoozed" ? new Date(at.getTime() - hours(48) * chance()) : null,
    status === "snoozed" ? new Date(at.getTime() + hours(72)) : null,
    Buffer.from(sealJson(keys, `conversations.sealed_preview:${id}`, preview)),
  ];
}
