import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { action as asides } from "#app/routes/api/asides.ts";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as file } from "#app/routes/api/file.ts";
import { action as files } from "#app/routes/api/files.ts";
import { action as merge } from "#app/routes/api/merge.ts";
import { action as messages } from "#app/routes/api/messages.ts";
import { action as send } from "#app/routes/api/send.ts";
import { action as settings } from "#app/routes/api/settings.ts";
import { action as split } from "#app/routes/api/split.ts";
import { action as undo } from "#app/routes/api/undo-send.ts";
import { action as unmerge } from "#app/routes/api/unmerge.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const errorOf = (answer: { body: Record<string, unknown> }) =>
  answer.body["error"] as { code: string; message: string; field?: string };

async function shopWithDraft() {
  const made = await makeShop();
  const { conversation: row, messageId } = await makeConversation(made);
  const draft = await makeDraftRow(made, { conversationId: row.id, messageId });
  const domain = made.shop.domain;
  const call = (door: Parameters<typeof callApi>[0], id: string, body?: unknown) =>
    callApi(door, { shop: domain, params: { id }, ...(body === undefined ? { method: "POST" } : { body }) });
  return { ...made, domain, call, id: row.id, messageId, draft };
}

let shop: Awaited<ReturnType<typeof shopWithDraft>>;
beforeEach(async () => {
  shop = await shopWithDraft();
});

describe("taking a reply back", () => {
  it("answers 200 while it waits, 409 then, and 404 across shops", async () => {
    const approved = await approveDraft(
      { inShop: forShop(shop.shop.id), now: () => new Date() },
      {
        ...{ shopId: shop.shop.id, conversationId: shop.id, draftId: shop.draft.id, holdFor: 8_000 },
        staff: { id: "42", name: "Mia" },
      },
    );
    if (approved.outcome !== "approved") throw new Error(approved.outcome);
    const other = await shopWithDraft();
    expect((await other.call(undo, approved.deliveryId)).status).toBe(404);
    expect(await shop.call(undo, approved.deliveryId)).toMatchObject({
      ...{ status: 200, body: { status: "cancelled", draftId: shop.draft.id, text: null } },
    });
    const again = await shop.call(undo, approved.deliveryId);
    expect([again.status, errorOf(again).code]).toEqual([409, "too_late"]);
  });

  it("is not waited for by what the API sends, whatever the shop's screens wait", async () => {
    const set = await callApi(settings, {
      ...{ shop: shop.domain, method: "PUT", body: { desk: { undoSeconds: 30 } } },
    });
    expect(set.body).toMatchObject({ desk: { undoSeconds: 30 } });
    const wrong = await callApi(settings, {
      ...{ shop: shop.domain, method: "PUT", body: { desk: { undoSeconds: 61 } } },
    });
    expect(errorOf(wrong).field).toBe("desk.undoSeconds");
    expect((await shop.call(send, shop.id, { draftId: shop.draft.id })).status).toBe(202);
    const delivery = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId: shop.shop.id } });
    expect(delivery.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe("what goes with a reply", () => {
  it("names the field that is wrong", async () => {
    const { draft, id, call } = shop;
    const bad = await call(send, id, { draftId: draft.id, cc: [{ address: "nobody" }] });
    expect([bad.status, errorOf(bad)]).toMatchObject([422, { code: "address", field: "cc" }]);
    const gone = await call(send, id, { draftId: draft.id, files: [randomUUID()] });
    expect([gone.status, errorOf(gone)]).toMatchObject([422, { code: "gone", field: "files" }]);
  });

  it("takes a file by its bytes, shows it, and removes it", async () => {
    const upload = (raw: string, query = "?name=note.txt") =>
      callApi(files, { shop: shop.domain, params: { id: shop.id }, raw, method: "POST", query });
    expect(errorOf(await upload("words", "")).field).toBe("name");
    expect(errorOf(await upload("PK\u0003\u0004")).code).toBe("kind_refused");
    const kept = await upload("Just words.");
    expect(kept).toMatchObject({ status: 201, body: { name: "note.txt", mimeType: "text/plain" } });
    const shown = await callApi(conversation, { shop: shop.domain, params: { id: shop.id } });
    expect(shown.body).toMatchObject({ outgoing: { files: [{ id: kept.body["id"] }] } });
    const params = { id: shop.id, fileId: String(kept.body["id"]) };
    const remove = () => callApi(file, { shop: shop.domain, params, method: "DELETE" });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });
});

describe("beginning a message", () => {
  it("answers its draft, and names what is wrong", async () => {
    const given = { to: { address: "new@shopper.example" }, subject: "Your umbrella", language: "en" };
    const begun = await callApi(messages, { shop: shop.domain, body: given });
    expect(begun).toMatchObject({
      status: 201,
      body: { subject: "Your umbrella", draft: { status: "waiting" } },
    });
    const to = { address: "no address" };
    const bad = await callApi(messages, { shop: shop.domain, body: { ...given, to } });
    expect([bad.status, errorOf(bad)]).toMatchObject([422, { code: "address", field: "to" }]);
    const nothing = await callApi(messages, { shop: shop.domain, body: { ...given, subject: " " } });
    expect([nothing.status, errorOf(nothing).field]).toEqual([400, "subject"]);
    const id = String(begun.body["conversationId"]);
    const draftId = (begun.body["draft"] as { id: string }).id;
    const sent = await shop.call(send, id, { draftId, text: "Hello,\n\nyou left your umbrella with us." });
    expect(sent.status).toBe(202);
  });
});

describe("merging and splitting", () => {
  it("answers ids, 409 for two addresses, and 403 to who may not say that they are one", async () => {
    const { id } = (await makeConversation(shop)).conversation;
    const his = await makeConversation(shop, { from: { name: "Otto", address: "otto@shopper.example" } });
    const merged = await shop.call(merge, shop.id, { fromId: id });
    expect(merged.status).toBe(200);
    expect((await shop.call(unmerge, String(merged.body["mergeId"]))).body).toEqual({ conversationId: id });
    expect(errorOf(await shop.call(unmerge, String(merged.body["mergeId"]))).code).toBe("too_late");
    const differ = await shop.call(merge, shop.id, { fromId: his.conversation.id });
    expect([differ.status, errorOf(differ).code]).toEqual([409, "contacts_differ"]);
    await systemPrisma.staffMember.updateMany({
      where: { shopId: shop.shop.id, id: "42" },
      data: { role: "reviewer" },
    });
    const refused = await shop.call(merge, shop.id, { fromId: his.conversation.id, otherContact: true });
    expect([refused.status, errorOf(refused).code]).toEqual([403, "forbidden"]);
    expect(errorOf(await shop.call(split, shop.id, { messageIds: [shop.messageId] })).code).toBe("all");
  });
});

describe("a side conversation", () => {
  it("is begun once, and says what of the shopper it would have told", async () => {
    const given = {
      ...{ askId: randomUUID(), to: { address: "service@carrier.example" }, subject: "A parcel" },
      text: "Where is the parcel?",
    };
    const named = await shop.call(asides, shop.id, { ...given, text: "Where is Ada Berg's parcel?" });
    expect([named.status, errorOf(named).code]).toEqual([422, "untold"]);
    expect(named.body["facts"]).toEqual([{ id: "shopper:name", kind: "name" }]);
    expect((await shop.call(asides, shop.id, given)).status).toBe(202);
    expect((await shop.call(asides, shop.id, given)).status).toBe(409);
  });
});
