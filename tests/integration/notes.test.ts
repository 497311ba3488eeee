import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { escalate } from "#app/care/triage/escalate.server.ts";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { noteContentSchema } from "#app/conversation/note.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { forShop } from "#app/db.server.ts";
import { loader as activity } from "#app/routes/api/activity.ts";
import { action as escalateCall } from "#app/routes/api/escalate.ts";
import { action as mentions } from "#app/routes/api/mentions.ts";
import { action as note } from "#app/routes/api/note.ts";
import { action as notes } from "#app/routes/api/notes.ts";
import { actOnConversation } from "#app/routes/conversation/act-on-conversation.server.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const [OWNER, MIA, TOM] = ["1", "2", "3"];

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  await makeStaff(keys, { id: OWNER, role: "owner", name: "Ada Owner" });
  await makeStaff(keys, { id: MIA, name: "Mia Berg" });
  await makeStaff(keys, { id: TOM, name: "Tom Aguilar" });
  const { conversationId } = await makeConversation({ keys, subject: "Where is my parcel?" });
  const as = (sub: string) => ({ token: sessionToken(shop.domain, { sub }) });
  const write = (by: string, text: string, named: string[] = []) =>
    callApi(notes, { ...as(by), params: { id: conversationId }, body: { text, mentions: named } });
  const shown = async (by: string, query = "") =>
    (await callApi(activity, { ...as(by), params: { id: conversationId }, query })).body as {
      items: { type: string; id: string; kind?: string; text?: string; mayChange?: boolean }[];
      nextCursor: string | null;
    };
  return { shop, keys, inShop, conversationId, as, write, shown };
}

describe("a note", () => {
  it("is written under a name, sealed, and read by the team alone", async () => {
    const { shop, conversationId, as, write } = await place();
    const written = await write(MIA, "  She called twice.\r\nPlease be quick. ", [TOM]);
    expect(written.status).toBe(201);
    const read = await callApi(notes, { ...as(TOM), method: "GET", params: { id: conversationId } });
    expect(read.body).toEqual({
      items: [
        {
          ...{ type: "note", id: written.body["id"], at: expect.any(String), editedAt: null },
          ...{ by: { id: MIA, name: "Mia Berg" }, mentions: [{ id: TOM, name: "Tom Aguilar" }] },
          ...{ text: "She called twice.\nPlease be quick.", mayChange: false },
        },
      ],
      nextCursor: null,
    });
    const [row] = await systemPrisma.note.findMany({ where: { shopId: shop.id } });
    expect(Buffer.from(row?.sealed ?? []).toString("utf8")).not.toContain("called");
    const { searchTokens } = await systemPrisma.conversation.findUniqueOrThrow({
      where: { id: conversationId },
    });
    expect(searchTokens).not.toContain("called");
  });

  it("asked for again by the same person with the same key is written once, as it was said last", async () => {
    const { shop, keys, inShop, conversationId } = await place();
    const key = randomUUID();
    const ask = (by: string, text: string) =>
      actOnConversation({ inShop, keys, staff: { id: by, name: "", role: "reviewer" } }, conversationId, {
        what: "note",
        key,
        text,
        mentions: [],
      });
    const first = await ask(MIA, "She called.");
    expect(await ask(MIA, "She called.")).toEqual(first);
    const rows = () => systemPrisma.note.findMany({ where: { shopId: shop.id }, orderBy: { at: "asc" } });
    expect(await rows()).toMatchObject([{ writtenBy: MIA, editedAt: null }]);
    expect(await ask(MIA, "She called twice.")).toEqual(first);
    expect(await ask(TOM, "She called me.")).not.toEqual(first);
    const texts = (await rows()).map(
      ({ id, sealed }) =>
        openJson(keys, { context: `notes.sealed:${id}`, bytes: sealed }, noteContentSchema).text,
    );
    expect(texts).toEqual(["She called twice.", "She called me."]);
  });

  it.each([
    ["nothing", "  \n", [], 400, "text"],
    ["too much", "x".repeat(5_001), [], 400, "text"],
    ["to nobody of the team", "Look", ["99"], 422, "mentions"],
  ])("is not %s", async (...[, text, named, status, field]) => {
    const { write } = await place();
    expect(await write(MIA, text, named)).toMatchObject({ status, body: { error: { field } } });
  });

  it("is of a conversation of the shop's", async () => {
    const { as } = await place();
    const { conversationId: others } = await place();
    const body = { text: "Look" };
    expect((await callApi(notes, { ...as(MIA), params: { id: others }, body })).status).toBe(404);
    expect((await callApi(notes, { ...as(MIA), method: "GET", params: { id: others } })).status).toBe(404);
  });

  it("is written anew and taken away by who wrote it, or a lead, and by nobody else", async () => {
    const { conversationId, as, write, shown } = await place();
    const noteId = String((await write(MIA, "One", [TOM])).body["id"]);
    const call = (by: string, method: string, body: object = {}) =>
      callApi(note, { ...as(by), method, params: { id: conversationId, noteId }, body });
    expect((await call(TOM, "PUT", { text: "Mine" })).status).toBe(403);
    expect((await call(TOM, "DELETE")).status).toBe(403);
    expect((await call(MIA, "PUT", { text: "Two", mentions: [OWNER] })).status).toBe(204);
    expect((await shown(OWNER)).items).toMatchObject([
      { text: "Two", editedAt: expect.any(String), mentions: [{ name: "Ada Owner" }], mayChange: true },
    ]);
    expect((await call(OWNER, "DELETE")).status).toBe(204);
    expect((await call(OWNER, "DELETE")).status).toBe(404);
    expect((await shown(MIA)).items).toMatchObject([
      { type: "event", kind: "noted", by: { id: OWNER, name: "Ada Owner" }, data: { noteId, removed: true } },
    ]);
    expect(await systemPrisma.note.count({ where: { id: noteId } })).toBe(0);
  });
});

describe("what waits for somebody who is named", () => {
  it("is listed until they have seen it, and never to who wrote it", async () => {
    const { conversationId, as, write } = await place();
    await write(MIA, `Can you look? ${"x".repeat(300)}`, [TOM, MIA]);
    const waiting = async (by: string) =>
      (await callApi(mentions, { ...as(by), method: "GET" })).body["items"] as Record<string, unknown>[];
    const [mention] = await waiting(TOM);
    expect(mention).toMatchObject({
      ...{ conversationId, subject: "Where is my parcel?", customer: "Eva Lindqvist" },
      ...{ by: { id: MIA, name: "Mia Berg" }, excerpt: expect.stringMatching(/^Can you look\?/u) },
    });
    expect(String(mention?.["excerpt"]).length).toBeLessThan(200);
    expect(await waiting(MIA)).toEqual([]);
    expect(await waiting(OWNER)).toEqual([]);
    const seen = (by: string) => callApi(mentions, { ...as(by), body: { conversationId } });
    expect((await seen(OWNER)).status).toBe(204);
    expect(await waiting(TOM)).toHaveLength(1);
    expect((await seen(TOM)).status).toBe(204);
    expect(await waiting(TOM)).toEqual([]);
    await write(OWNER, "And you?", [TOM]);
    expect(await waiting(TOM)).toHaveLength(1);
  });
});

describe("what was done", () => {
  it("stands with the notes in one list, newest first, page by page", async () => {
    const { keys, inShop, conversationId, as, write, shown } = await place();
    const change = (changed: object) =>
      inShop((tx) =>
        changeConversations(tx, keys, { ids: [conversationId], change: changed, by: MIA, at: new Date() }),
      );
    await change({ assigneeId: TOM });
    await write(MIA, "First");
    await change({ addTags: ["vip"] });
    await write(TOM, "Second");
    const all = await shown(OWNER);
    expect(all.items.map(({ kind, text }) => kind ?? text)).toEqual([
      "Second",
      "tagged",
      "First",
      "assigned",
    ]);
    expect(all.items.at(-1)).toMatchObject({
      ...{ by: { id: MIA, name: "Mia Berg" }, data: { from: null, to: TOM } },
      people: { [TOM]: "Tom Aguilar" },
    });
    const pages = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof shown>> = await shown(
        OWNER,
        `?limit=1${cursor ? `&cursor=${cursor}` : ""}`,
      );
      pages.push(page.items.map(({ kind, text }) => kind ?? text));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([["Second"], ["tagged"], ["First"], ["assigned"]]);
    const bad = await callApi(activity, {
      ...{ ...as(OWNER), params: { id: conversationId }, query: "?cursor=nonsense" },
    });
    expect(bad.status).toBe(400);
  });
});

describe("escalating", () => {
  it("brings a conversation before a named person, with the reason, a step more urgent", async () => {
    const { inShop, conversationId, as, shown } = await place();
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: { status: "waiting" } });
    const call = (body: object) =>
      callApi(escalateCall, { ...as(MIA), params: { id: conversationId }, body });
    expect((await call({ to: TOM, reason: " " })).status).toBe(400);
    expect(await call({ to: "99", reason: "Help" })).toMatchObject({ status: 422 });
    const done = await call({ to: TOM, reason: "She may call a lawyer." });
    expect(done.status).toBe(200);
    const row = () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(await row()).toMatchObject({
      ...{ assigneeId: TOM, priority: "high", tags: ["escalated"], status: "open" },
    });
    const { items } = await shown(TOM);
    expect(new Set(items.map(({ kind, text }) => kind ?? text))).toEqual(
      new Set(["assigned", "escalated", "priority", "reopened", "tagged", "She may call a lawyer."]),
    );
    const waiting = await callApi(mentions, { ...as(TOM), method: "GET" });
    expect(waiting.body["items"]).toHaveLength(1);

    const changeId = String(done.body["changeId"]);
    const undone = await inShop((tx) => undoChange(tx, { changeId, by: MIA, at: new Date() }));
    expect(undone).toMatchObject({ ids: [conversationId] });
    expect(await row()).toMatchObject({ assigneeId: null, priority: "normal", tags: [], status: "waiting" });
    expect((await shown(TOM)).items.some(({ text }) => text === "She may call a lawyer.")).toBe(true);
  });

  it("is done once for a key, and so is a note", async () => {
    const { conversationId, as } = await place();
    const asked = { ...as(MIA), params: { id: conversationId } };
    const [note, reason] = [randomUUID(), randomUUID()];
    const noted = await callApi(notes, { ...asked, body: { text: "A first note", key: note } });
    expect(await callApi(notes, { ...asked, body: { text: "A first note", key: note } })).toEqual(noted);
    const escalated = await callApi(escalateCall, {
      ...asked,
      body: { to: TOM, reason: "Help", key: reason },
    });
    expect(escalated.status).toBe(200);
    expect(await callApi(escalateCall, { ...asked, body: { to: TOM, reason: "Help", key: reason } })).toEqual(
      escalated,
    );
    expect(await systemPrisma.note.count({ where: { conversationId } })).toBe(2);
    expect(await systemPrisma.conversationEvent.count({ where: { conversationId, kind: "escalated" } })).toBe(
      1,
    );
    const bad = await callApi(escalateCall, { ...asked, body: { to: TOM, reason: "Help", key: "1" } });
    expect(bad).toMatchObject({ status: 400, body: { error: { field: "key" } } });
  });

  it("makes what is urgent already no less so, and leaves spam alone", async () => {
    const { keys, inShop } = await place();
    const raise = async (given: { priority?: string; status?: string }) => {
      const { conversationId } = await makeConversation({ keys, ...(given.status ? given : {}) });
      if (given.priority)
        await systemPrisma.conversation.update({
          where: { id: conversationId },
          data: { priority: given.priority },
        });
      const { outcome } = await inShop((tx) =>
        escalate(tx, keys, {
          ...{ conversationId, to: TOM, reason: "Look", by: MIA, at: new Date(), changeId: randomUUID() },
        }),
      );
      const { priority } = await systemPrisma.conversation.findUniqueOrThrow({
        where: { id: conversationId },
      });
      return [outcome, priority];
    };
    expect(await raise({ priority: "high" })).toEqual(["escalated", "urgent"]);
    expect(await raise({ priority: "low" })).toEqual(["escalated", "high"]);
    expect(await raise({ status: "spam" })).toEqual(["is_spam", "normal"]);
  });
});
