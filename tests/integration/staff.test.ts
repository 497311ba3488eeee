import { describe, expect, it } from "vitest";
import { unassignConversations } from "#app/care/triage/unassign-conversations.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { action as member } from "#app/routes/api/staff-member.ts";
import { loader as team } from "#app/routes/api/staff.ts";
import { changeStaff } from "#app/shop/change-staff.server.ts";
import { listStaff, namesOfStaff } from "#app/shop/list-staff.server.ts";
import { meetStaff } from "#app/shop/meet-staff.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { removeStaff } from "#app/shop/remove-staff.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const at = new Date("2026-03-17T10:00:00Z");
const known = { name: "Mia Berg", email: "mia@fernweh.example", accountOwner: false };

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const meet = (given: Omit<Parameters<typeof meetStaff>[2], "at"> & { at?: Date }) =>
    inShop((tx) => meetStaff(tx, keys, { at, ...given }));
  const rows = () =>
    systemPrisma.staffMember.findMany({ where: { shopId: shop.id }, orderBy: { id: "asc" } });
  const roles = async () => Object.fromEntries((await rows()).map(({ id, role }) => [id, role]));
  return { shop, keys, inShop, meet, rows, roles };
}

describe("who is in the team", () => {
  it("is everybody who opens the app: the first one owns it, whoever follows reviews", async () => {
    const { meet, roles } = await place();
    expect(await meet({ id: "1", identity: known })).toMatchObject({ role: "owner", name: "Mia Berg" });
    expect(await meet({ id: "2", identity: null })).toMatchObject({ role: "reviewer", name: null });
    await meet({ id: "2", identity: { ...known, name: "Tom" } });
    expect(await roles()).toEqual({ 1: "owner", 2: "reviewer" });
  });

  it("has one first one, when two come at the same time", async () => {
    const { meet, roles } = await place();
    await Promise.all(["1", "2", "3", "4"].map((id) => meet({ id })));
    expect(Object.values(await roles()).toSorted()).toEqual(["owner", "reviewer", "reviewer", "reviewer"]);
  });

  it("is owned by the owner of the Shopify account, too, whoever was first, until an owner says otherwise", async () => {
    const { keys, inShop, meet, roles } = await place();
    await meet({ id: "1", identity: known });
    // By the API first: Shopify was not asked.
    await meet({ id: "2" });
    expect(await roles()).toEqual({ 1: "owner", 2: "reviewer" });
    await meet({ id: "2", identity: { ...known, accountOwner: true } });
    expect(await roles()).toEqual({ 1: "owner", 2: "owner" });
    const change = { role: "lead" as const };
    await inShop((tx) => changeStaff(tx, keys, { id: "2", change, by: { id: "1" } }));
    await meet({ id: "2", identity: { ...known, accountOwner: true } });
    expect(await roles()).toEqual({ 1: "owner", 2: "lead" });
  });

  it("is written down when they come and not at every click", async () => {
    const { shop, rows } = await place();
    const call = () => callApi(team, { shop: shop.domain });
    await call();
    const [first] = await rows();
    await call();
    expect(await rows()).toEqual([first]);
    const before = new Date(Date.now() - 6 * 60_000);
    await systemPrisma.staffMember.updateMany({ where: { shopId: shop.id }, data: { seenAt: before } });
    await call();
    const [seen] = await rows();
    expect(seen?.seenAt.getTime()).toBeGreaterThan(before.getTime());
  });

  it("is listed by name, with what stands for a name, and those without one last", async () => {
    const { keys, inShop, meet, shop } = await place();
    await meet({ id: "1", identity: { name: "Zoe Quist", email: null, accountOwner: true } });
    await meet({ id: "2", identity: { name: null, email: "amal@fernweh.example", accountOwner: false } });
    await meet({ id: "3" });
    await inShop((tx) => changeStaff(tx, keys, { id: "3", change: { signsAs: " Bo " }, by: { id: "3" } }));
    await meet({ id: "4" });
    const names = (await inShop((tx) => listStaff(tx, keys))).map(({ name }) => name);
    expect(names).toEqual(["amal@fernweh.example", "Bo", "Zoe Quist", ""]);
    const answer = await callApi(team, { shop: shop.domain, token: sessionToken(shop.domain, { sub: "3" }) });
    expect(answer.body["items"]).toContainEqual({
      ...{ id: "3", name: "Bo", email: null, role: "reviewer", away: false, self: true },
      seenAt: expect.any(String),
    });
  });
});

describe("changing the team", () => {
  it("gives roles, by an owner alone, and leaves an owner", async () => {
    const { keys, inShop, shop, roles } = await place();
    await makeStaff(keys, { id: "1", role: "owner" });
    await makeStaff(keys, { id: "2", role: "lead" });
    const put = (by: string, id: string, body: object) =>
      callApi(member, {
        ...{ method: "PUT", params: { id }, body },
        token: sessionToken(shop.domain, { sub: by }),
      });
    expect((await put("2", "2", { role: "owner" })).status).toBe(403);
    expect((await put("1", "9", { role: "lead" })).status).toBe(404);
    expect((await put("1", "2", { role: "admiral" })).status).toBe(400);
    expect((await put("1", "2", {})).status).toBe(400);
    const last = await put("1", "1", { role: "reviewer" });
    expect(last).toMatchObject({ status: 409, body: { error: { code: "last_owner", field: "role" } } });
    expect((await put("1", "2", { role: "owner" })).status).toBe(204);
    expect((await put("1", "1", { role: "reviewer" })).status).toBe(204);
    expect(await roles()).toEqual({ 1: "reviewer", 2: "owner" });
    // What a session once was counts no more.
    const change = { role: "owner" as const };
    expect(await inShop((tx) => changeStaff(tx, keys, { id: "1", change, by: { id: "1" } }))).toEqual({
      outcome: "forbidden",
    });
  });

  it("leaves an owner also when two owners step down at the same time", async () => {
    const { keys, inShop, roles } = await place();
    await makeStaff(keys, { id: "1", role: "owner" });
    await makeStaff(keys, { id: "2", role: "owner" });
    const stepDown = (id: string) =>
      inShop((tx) => changeStaff(tx, keys, { id, change: { role: "reviewer" }, by: { id } }));
    const outcomes = (await Promise.all([stepDown("1"), stepDown("2")])).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(["changed", "last_owner"]);
    expect(Object.values(await roles()).toSorted()).toEqual(["owner", "reviewer"]);
  });

  it("lets everybody say that they are away and how they sign, and a lead say of anybody that they are away", async () => {
    const { keys, inShop, shop, rows } = await place();
    await makeStaff(keys, { id: "1", role: "lead" });
    await makeStaff(keys, { id: "2" });
    const change = (by: string, id: string, changed: object) =>
      inShop((tx) => changeStaff(tx, keys, { id, change: changed, by: { id: by } }));
    expect(await change("2", "2", { away: true, signsAs: "Tom" })).toEqual({ outcome: "changed" });
    expect(await change("2", "1", { away: true })).toEqual({ outcome: "forbidden" });
    expect(await change("1", "2", { signsAs: "Tommy" })).toEqual({ outcome: "forbidden" });
    expect(await change("1", "2", { away: false })).toEqual({ outcome: "changed" });
    expect((await rows()).map(({ away }) => away)).toEqual([false, false]);
    const names = async () => (await inShop((tx) => readSettings(tx, shop.id))).staffNames;
    expect(await names()).toEqual({ 2: "Tom" });
    await change("2", "2", { signsAs: "" });
    expect(await names()).toEqual({});
  });
});

describe("taking somebody out of the team", () => {
  it("gives their conversations back, keeps their name for what they did, and lets them begin anew", async () => {
    const { keys, inShop, shop, meet, rows } = await place();
    await makeStaff(keys, { id: "1", role: "owner" });
    await makeStaff(keys, { id: "2", role: "lead", name: "Tom Aguilar" });
    const open = await makeConversation({ keys });
    const closed = await makeConversation({ keys, status: "closed" });
    await systemPrisma.conversation.updateMany({ where: { shopId: shop.id }, data: { assigneeId: "2" } });

    const remove = (by: string, id: string) =>
      callApi(member, {
        ...{ method: "DELETE", params: { id } },
        token: sessionToken(shop.domain, { sub: by }),
      });
    expect((await remove("2", "1")).status).toBe(403);
    expect((await remove("1", "1")).status).toBe(409);
    expect((await remove("1", "2")).status).toBe(204);
    expect((await remove("1", "2")).status).toBe(404);
    const [job] = await systemPrisma.job.findMany({
      where: { shopId: shop.id, name: "unassignConversations" },
    });
    expect(job?.data).toEqual({ shopId: shop.id, staffId: "2" });
    expect((await inShop((tx) => listStaff(tx, keys))).map(({ id }) => id)).toEqual(["1"]);

    const unassign = () =>
      unassignConversations({ now: () => at } as Ports, makeRun(shop.id), { shopId: shop.id, staffId: "2" });
    expect(await unassign()).toBe("gave back 2 conversations");
    const events = await systemPrisma.conversationEvent.findMany({ where: { shopId: shop.id } });
    expect(events.map(({ conversationId }) => conversationId).toSorted()).toEqual(
      [open.conversationId, closed.conversationId].toSorted(),
    );
    expect(events[0]).toMatchObject({ kind: "assigned", by: "attune", data: { from: "2", to: null } });
    expect(await systemPrisma.conversation.count({ where: { shopId: shop.id, assigneeId: "2" } })).toBe(0);
    expect(await inShop((tx) => namesOfStaff(tx, keys, ["2"]))).toEqual(new Map([["2", "Tom Aguilar"]]));

    expect(await meet({ id: "2", identity: known })).toMatchObject({ role: "reviewer", removedAt: null });
    expect(await rows()).toHaveLength(2);
    expect(await unassign()).toBe("they are in the team again");
  });

  it("is an owner's alone, and leaves an owner", async () => {
    const { keys, inShop } = await place();
    await makeStaff(keys, { id: "1", role: "owner" });
    await makeStaff(keys, { id: "2", role: "lead" });
    const remove = (id: string, by: string) =>
      inShop((tx) => removeStaff(tx, keys, { id, by: { id: by }, at }));
    expect(await remove("1", "2")).toEqual({ outcome: "forbidden" });
    expect(await remove("1", "1")).toEqual({ outcome: "last_owner" });
  });
});
