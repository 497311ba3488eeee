import { describe, expect, it } from "vitest";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import { feasibleOptions } from "#app/care/draft/feasible-options.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import { optionIds, type OptionId } from "#app/care/draft/options/option-rule.ts";
import { inputs, now, orders, type Case } from "#app/care/draft/situations.fixture.ts";
import { intents, type Claim } from "#app/care/understand/reading.ts";

type State = keyof typeof orders;

function caseOf(order: State, intent: Case["intent"], claims: Claim["kind"][] = []) {
  const { facts } = inputs({ order, intent }, "en");
  const sheet = buildFacts(facts);
  return { sheet, order: sheet.orders[0] ?? null, intent, claims, now };
}

const ask = (id: OptionId, ...about: Parameters<typeof caseOf>) => optionRules[id].feasible(caseOf(...about));

describe("an option on an order", () => {
  it.each<[OptionId, State, Case["intent"]]>([
    ["cancel", "unfulfilled", "cancel"],
    ["cancel", "onHold", "cancel"],
    ["change_order", "unfulfilled", "change_order"],
    ["change_address", "unfulfilled", "change_address"],
    ["redirect", "inTransit", "change_address"],
    ["return", "delivered", "return"],
    ["return", "deliveredLongAgo", "wrong_or_damaged_item"],
    ["carrier_enquiry", "stalled", "delivery_problem"],
    ["carrier_enquiry", "overdue", "order_status"],
    ["carrier_enquiry", "failedAttempt", "order_status"],
    ["check_hold_up", "waitingLong", "order_status"],
    ["wait", "inTransit", "order_status"],
    ["new_attempt", "failedAttempt", "order_status"],
    ["pickup", "pickup", "order_status"],
    ["put_right", "delivered", "wrong_or_damaged_item"],
    ["check_refund", "refundPending", "refund"],
    ["check_due", "delivered", "refund"],
    ["check_payment", "inTransit", "payment"],
  ])("%s is possible: %s, %s", (id, order, intent) => {
    expect(ask(id, order, intent).ok).toBe(true);
  });

  it.each<[OptionId, [State, Case["intent"]], string]>([
    ["cancel", ["inTransit", "cancel"], "The order has left"],
    ["cancel", ["cancelled", "cancel"], "The order was cancelled"],
    ["cancel", ["beingPacked", "cancel"], "Whoever ships it has taken the order on: ask them first"],
    [
      "change_order",
      ["beingPacked", "change_order"],
      "Whoever ships it has taken the order on: ask them first",
    ],
    ["change_address", ["delivered", "change_address"], "The order was delivered"],
    ["redirect", ["unfulfilled", "change_address"], "No parcel is on its way"],
    ["redirect", ["delivered", "change_address"], "The parcel was delivered"],
    ["return", ["unfulfilled", "return"], "The order has not left yet"],
    ["return", ["returnOpen", "return"], "A return is open already"],
    [
      "return",
      ["deliveredLongAgo", "return"],
      "The days that the return policy names are over since it was delivered",
    ],
    ["carrier_enquiry", ["inTransit", "order_status"], "The parcel is on its way and not late"],
    ["carrier_enquiry", ["unfulfilled", "order_status"], "No parcel is with a carrier"],
    [
      "carrier_enquiry",
      ["delivered", "order_status"],
      "The parcel was delivered, and nobody says that it did not arrive",
    ],
    ["check_hold_up", ["unfulfilled", "order_status"], "It was placed less than five days ago"],
    ["check_hold_up", ["inTransit", "order_status"], "The order is not waiting to be shipped"],
    ["wait", ["overdue", "order_status"], "No parcel is on its way on time"],
    ["wait", ["partial", "order_status"], "The carrier has named no day"],
    ["new_attempt", ["inTransit", "order_status"], "No attempt to deliver it has failed"],
    ["pickup", ["inTransit", "order_status"], "The carrier has not laid it ready for collection"],
    ["put_right", ["unfulfilled", "wrong_or_damaged_item"], "Nothing of the order was sent"],
    ["check_refund", ["refunded", "refund"], "The refund went through"],
    ["check_refund", ["delivered", "refund"], "No refund was made"],
    ["check_due", ["refundPending", "refund"], "A refund was made already"],
    ["exchange", ["delivered", "return"], "Stock is not read"],
    ["replacement", ["delivered", "wrong_or_damaged_item"], "Stock is not read"],
    ["discount", ["stalled", "complaint"], "No rule of the shop says when a discount is given"],
    ["store_credit", ["stalled", "refund"], "No rule of the shop says when store credit is given"],
  ])("%s is not: %s", (id, about, because) => {
    expect(ask(id, ...about)).toMatchObject({ ok: false, because });
  });

  it("lets a carrier be asked for what was delivered and did not arrive", () => {
    expect(ask("carrier_enquiry", "delivered", "order_status", ["not_received"]).ok).toBe(true);
  });

  it("does not put right what has not been shipped", () => {
    expect(ask("put_right", "partial", "wrong_or_damaged_item", ["missing_item"]).ok).toBe(false);
  });

  it("rests on facts of the sheet, and says why where it is not possible", () => {
    for (const order of Object.keys(orders) as State[])
      for (const intent of intents) {
        const given = caseOf(order, intent);
        const known = new Set(given.sheet.facts.map(({ id }) => id));
        const { possible, impossible } = feasibleOptions(given);
        for (const { cites } of [...possible, ...impossible])
          expect(cites.filter((id) => !known.has(id))).toEqual([]);
        expect(possible.filter(({ cites }) => cites.length === 0)).toEqual([]);
        expect(impossible.filter(({ because }) => because === "")).toEqual([]);
      }
  });

  it("is in the list under its own id, each once", () => {
    expect(Object.values(optionRules).map(({ id }) => id)).toEqual(Object.keys(optionRules));
    expect(Object.keys(optionRules).toSorted()).toEqual(optionIds.toSorted());
  });

  it("is none while it is not known which order is meant", () => {
    const given = { ...caseOf("unfulfilled", "cancel"), order: null };
    expect(optionRules.cancel.feasible(given)).toMatchObject({ ok: false, cites: [] });
  });
});
