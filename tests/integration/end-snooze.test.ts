// What a person put off, and wants back before its time.
import { beforeEach, describe, expect, it } from "vitest";
import { endSnooze } from "#app/care/review/end-snooze.server.ts";
import { snoozeOutreach } from "#app/care/review/snooze-outreach.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { after, outreachShop, STAFF, type OutreachShop } from "#tests/factories/outreach-shop.ts";

let shop: OutreachShop;
beforeEach(async () => {
  shop = await outreachShop();
});

const theOutreach = async () => (await shop.outreaches()).at(-1);

describe("a person ends the snooze", () => {
  const put = async (issueId: string) =>
    snoozeOutreach(shop.deps, { shopId: shop.shopId, issueId, until: after(24 * 20), staff: STAFF });
  const end = async (issueId: string) => endSnooze(shop.deps, { shopId: shop.shopId, issueId });

  it("and it is decided and drafted anew at once, as the news that it is to them", async () => {
    const { issue } = await shop.waiting();
    await put(issue.id);
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "snoozed" });
    shop.clock.now = after(24 * 16);
    expect(await end(issue.id)).toEqual({ outcome: "woken" });
    expect(await end(issue.id)).toEqual({ outcome: "woken" });
    await shop.work();
    expect(await theOutreach()).toMatchObject({ state: "waiting" });
    expect((await shop.approve(issue.id)).outcome).toBe("approved");
  });

  it("of nothing that is over or not there", async () => {
    const { issue } = await shop.waiting();
    await systemPrisma.orderIssue.update({ where: { id: issue.id }, data: { status: "resolved" } });
    expect(await end(issue.id)).toEqual({ outcome: "not_found" });
    expect(await end("nobody")).toEqual({ outcome: "not_found" });
  });
});
