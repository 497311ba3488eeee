import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hours } from "#app/lib/duration.ts";
import { action as changeOne } from "#app/routes/api/change.ts";
import { action as changeMany } from "#app/routes/api/change-many.ts";
import { action as undo } from "#app/routes/api/undo.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

async function place() {
  const { shop, keys } = await makeShop();
  await makeStaff(keys, { id: "42", role: "owner" });
  await makeStaff(keys, { id: "7", name: "Tom Aguilar" });
  const conversation = async () => (await makeConversation({ keys })).conversationId;
  const row = (id: string) => systemPrisma.conversation.findUniqueOrThrow({ where: { id } });
  return { shop, conversation, row };
}

describe("changing conversations by the JSON API", () => {
  it("changes one conversation and takes it back", async () => {
    const { shop, conversation, row } = await place();
    const id = await conversation();
    const call = (body: object, of = id) =>
      callApi(changeOne, { shop: shop.domain, params: { id: of }, body });
    const changed = await call({
      assigneeId: "7",
      snoozeUntil: new Date(Date.now() + hours(5)).toISOString(),
    });
    expect(changed).toMatchObject({ status: 200, body: { outcome: "changed" } });
    expect(await row(id)).toMatchObject({ assigneeId: "7", status: "snoozed" });
    expect(await call({ assigneeId: "7" })).toMatchObject({ body: { outcome: "unchanged", changeId: null } });
    const undone = await callApi(undo, {
      ...{ shop: shop.domain, params: { id: String(changed.body["changeId"]) }, body: {} },
    });
    expect(undone).toMatchObject({ status: 200, body: { ids: [id], kept: [] } });
    expect(await row(id)).toMatchObject({ assigneeId: null, status: "open" });
    expect(await callApi(undo, { shop: shop.domain, params: { id: randomUUID() }, body: {} })).toMatchObject({
      status: 404,
    });

    expect((await call({ status: "closed" }, randomUUID())).status).toBe(404);
    expect(await call({ assigneeId: "999" })).toMatchObject({
      ...{ status: 422, body: { error: { code: "no_such_member", field: "assigneeId" } } },
    });
  });

  it.each([
    [{}, "body"],
    [{ status: "waiting" }, "status"],
    [{ addTags: [" , "] }, "addTags.0"],
    [{ snoozeUntil: "tomorrow" }, "snoozeUntil"],
    [{ snoozeUntil: "2030-01-01T00:00:00Z", status: "closed" }, "snoozeUntil"],
    [{ colour: "red" }, "colour"],
  ])("refuses %j, and names %s", async (body, field) => {
    const { shop, conversation } = await place();
    const params = { id: await conversation() };
    const answer = await callApi(changeOne, { shop: shop.domain, params, body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "bad_input", field } } });
  });

  it("changes many", async () => {
    const { shop, conversation } = await place();
    const ids = [await conversation(), await conversation()];
    const call = (body: object) => callApi(changeMany, { shop: shop.domain, body });
    const changed = await call({ ids: [...ids, randomUUID()], change: { status: "closed" } });
    expect(changed.status).toBe(200);
    expect((changed.body["results"] as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      ...["changed", "changed", "not_found"],
    ]);
    const again = await call({ ids, change: { status: "closed" } });
    expect(again.body).toMatchObject({ changeId: null });
    const many = Array.from({ length: 501 }, () => randomUUID());
    expect((await call({ ids: many, change: { status: "closed" } })).status).toBe(400);
    expect((await call({ ids: [], change: { status: "closed" } })).status).toBe(400);
  });
});
