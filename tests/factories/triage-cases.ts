import { gatherAtStake } from "#app/care/triage/gather-at-stake.server.ts";
import { readLoads } from "#app/care/triage/give-in-turn.server.ts";
import { messagesWaiting } from "#app/care/triage/messages-waiting.server.ts";
import { announceStakes } from "#app/conversation/announce-stakes.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { listRules } from "#app/desk/list-rules.server.ts";
import { showTriage } from "#app/desk/show-triage.server.ts";
import { tryRule } from "#app/desk/try-rule.server.ts";
import { grown } from "#tests/factories/grown-shop.ts";
import { at, type Place, type ReadCase } from "#tests/factories/read-cases.ts";

const among = (count: number, chance: () => number) => Math.floor(chance() * count);
const anyConversation = ({ orders }: Place, chance: () => number) =>
  grown.conversationId(among(Math.floor(orders / 5), chance));

/** What triage, its screens and the API read. */
export const triageCases: ReadCase[] = [
  {
    name: "triage: what is at stake",
    run: ({ inShop, keys, now, ...place }, chance) =>
      inShop(async (tx) => {
        const id = anyConversation({ inShop, keys, now, ...place }, chance);
        const conversation = await tx.conversation.findUniqueOrThrow({
          where: { id },
          select: { id: true, orderIds: true, contactIndex: true },
        });
        const waiting = await messagesWaiting(tx, id);
        return gatherAtStake(tx, keys, { conversation, waiting, escalatedBy: null, now });
      }),
  },
  {
    name: "triage: who has how many",
    run: ({ inShop, keys }) => inShop((tx) => readLoads(tx, keys.shopId)),
  },
  {
    name: "triage: who hears of orders",
    run: ({ inShop, keys, orders }, chance) =>
      inShop((tx) =>
        announceStakes(
          sqlOf(tx),
          keys.shopId,
          Array.from({ length: 50 }, () => grown.orderId(among(orders, chance))),
        ),
      ),
  },
  {
    name: "triage: why it is urgent",
    run: (place, chance) => showTriage(place, anyConversation(place, chance)),
  },
  {
    name: "triage: the rules",
    run: ({ inShop, keys, now }) => inShop((tx) => listRules(tx, keys.shopId, now)),
  },
  {
    name: "triage: trying a rule",
    run: (place) =>
      tryRule(at(place), {
        rule: {
          ...{ name: "Rule", enabled: true, stop: false },
          conditions: {
            match: "any",
            list: [
              { on: "first_contact", not: false },
              { on: "words", in: "anywhere", any: ["refund"], not: false },
              { on: "order_state", is: ["to_ship"], not: false },
            ],
          },
          actions: [{ do: "assign_in_turn", among: [] }],
        },
      }),
  },
];
