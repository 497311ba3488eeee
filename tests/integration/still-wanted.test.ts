import { beforeEach, describe, expect, it } from "vitest";
import { stillWanted } from "#app/care/decide/still-wanted.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop } from "#app/db.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { decide, decisionsOf, hence, NOON, setOutreach } from "#tests/factories/decision.ts";
import { anEvidence, makeIssue, makeOutreach } from "#tests/factories/issue.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { english } from "#tests/setup/english.ts";

const EMAIL = "mara.lindqvist@example.com";

let shopId: string;
let keys: ShopKeys;
let shop: Awaited<ReturnType<typeof makeShop>>["shop"];

beforeEach(async () => {
  ({ shop, keys } = await makeShop());
  shopId = shop.id;
});

const ask = (outreachId: string, now: Date = NOON) =>
  forShop(shopId)((tx) => stillWanted(tx, keys, { outreachId, now }));

/** An issue that was decided for, and waits for a person. */
async function waiting(email = EMAIL) {
  const { order } = await makeOrder(shop, keys, { person: { email } });
  const issue = await makeIssue(keys, { orderId: order.id, openedAt: hence(-1) });
  await decide(issue);
  const [outreach] = await decisionsOf(issue);
  const id = outreach?.id ?? "";
  await systemPrisma.outreach.update({ where: { id }, data: { state: "waiting" } });
  return { issue, outreachId: id, contactIndex: blindIndex(keys, "email", email) };
}

describe("stillWanted", () => {
  it("says yes, and when it may leave", async () => {
    const { outreachId } = await waiting();
    expect(await ask(outreachId)).toEqual({ wanted: true, notBefore: null, readFirst: false });
    expect(await ask(outreachId, hence(12))).toEqual({
      wanted: true,
      notBefore: new Date("2026-11-21T07:00:00.000Z"),
      readFirst: false,
    });
  });

  it.each<[string, (of: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>, RegExp]>([
    ["the shop switched it off", () => setOutreach(shopId, { on: false }), /switched writing first off/u],
    [
      "they opted out",
      ({ contactIndex }) =>
        forShop(shopId)((tx) =>
          suppress(tx, { shopId, contactIndex, scope: "outreach", reason: "unsubscribed" }),
        ),
      /asked us not to write first/u,
    ],
    [
      "they wrote",
      ({ issue }) =>
        makeConversation({
          ...{ keys, orderIds: [issue.orderId], at: NOON },
          contact: { name: "Mara", address: EMAIL },
        }),
      /wait for an answer/u,
    ],
    [
      "it is over",
      ({ issue }) =>
        systemPrisma.orderIssue.update({
          where: { id: issue.id },
          data: { status: "resolved", resolvedBy: "records", resolvedAt: NOON },
        }),
      /Nothing is to be told/u,
    ],
    [
      "a person dismissed it",
      ({ issue }) =>
        systemPrisma.orderIssue.update({ where: { id: issue.id }, data: { status: "dismissed" } }),
      /Nothing is to be told/u,
    ],
    [
      "it was declined",
      ({ outreachId }) =>
        systemPrisma.outreach.update({ where: { id: outreachId }, data: { state: "declined" } }),
      /declined meanwhile/u,
    ],
    [
      "the app was uninstalled",
      () => systemPrisma.shop.update({ where: { id: shopId }, data: { uninstalledAt: NOON } }),
      /uninstalled/u,
    ],
    [
      "a graver thing is to be told first",
      ({ issue }) =>
        makeIssue(keys, {
          ...{ orderId: issue.orderId, kind: "carrier_exception", severity: 4, openedAt: hence(-1) },
          subject: "fulfillment:12@9",
        }),
      /graver/u,
    ],
  ])("says no where %s, and why", async (_case, arrange, why) => {
    const of = await waiting();
    await arrange(of);
    const answer = await ask(of.outreachId);
    expect(answer).toMatchObject({ wanted: false, why: expect.stringMatching(why) });
    expect("rule" in answer && english.knows(`reason.${answer.rule}.${answer.code}`)).toBe(true);
  });

  it("says no where the day that it tells changed", async () => {
    const { order } = await makeOrder(shop, keys, { person: { email: EMAIL } });
    const evidence = [anEvidence({ id: "fulfillment:12:eta", value: "2026-11-25T12:00:00.000Z" })];
    const issue = await makeIssue(keys, { orderId: order.id, openedAt: hence(-1), evidence });
    const contactIndex = blindIndex(keys, "email", EMAIL);
    await makeOutreach(keys, { issue, contactIndex, state: "sent", told: "before", changedAt: hence(-30) });
    const older = await makeOutreach(keys, { issue, contactIndex, stage: "update", news: "1.older" });
    expect(await ask(older.id)).toEqual({
      ...{ wanted: false, rule: "meanwhile", code: "newer", values: { stage: "update" } },
      why: "Something newer is to be told (update).",
    });
  });

  it("says no once the same left", async () => {
    const { outreachId } = await waiting();
    await systemPrisma.outreach.update({ where: { id: outreachId }, data: { state: "sent" } });
    expect(await ask(outreachId)).toMatchObject({ wanted: false });
    expect(await ask("no-such-outreach")).toMatchObject({ wanted: false });
  });

  it("lets as many leave as the cap allows, the first approved first, and holds up none by another", async () => {
    await setOutreach(shopId, { perWeek: 2 });
    const [one, two] = [await waiting(), await waiting()];
    await setOutreach(shopId, { perWeek: 1 });
    // Both wait: a person may approve either.
    expect(await ask(one.outreachId)).toMatchObject({ wanted: true });
    expect(await ask(two.outreachId)).toMatchObject({ wanted: true });
    const approve = (id: string, changedAt: Date) =>
      systemPrisma.outreach.update({ where: { id }, data: { state: "approved", changedAt } });
    await approve(two.outreachId, NOON);
    expect(await ask(one.outreachId)).toMatchObject({ wanted: false });
    await approve(one.outreachId, hence(1));
    expect(await ask(two.outreachId)).toMatchObject({ wanted: true });
    expect(await ask(one.outreachId)).toMatchObject({
      wanted: false,
      why: expect.stringContaining("seven days"),
    });
  });
});
