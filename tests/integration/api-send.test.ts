import { describe, expect, it } from "vitest";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as decline } from "#app/routes/api/decline.ts";
import { action as resolve } from "#app/routes/api/resolve.ts";
import { action as send } from "#app/routes/api/send.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, makeDelivery, makeDraftRow } from "#tests/factories/reply.ts";
import { callApi, sessionToken } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const errorOf = (answer: { body: Record<string, unknown> }) =>
  answer.body["error"] as { code: string; message: string; field?: string };

async function shopWithReply() {
  const made = await makeShop();
  const begun = await makeConversation(made);
  const draft = await makeDraftRow(made, {
    conversationId: begun.conversation.id,
    messageId: begun.messageId,
  });
  return { ...made, ...begun, draft, domain: made.shop.domain, params: { id: begun.conversation.id } };
}

describe("sending", () => {
  it("approves once: the second click and the second person get the first delivery", async () => {
    const { domain, params, draft, shop } = await shopWithReply();
    const clicks = await Promise.all(
      ["42", "42", "43"].map((sub) =>
        callApi(send, { token: sessionToken(domain, { sub }), params, body: { draftId: draft.id } }),
      ),
    );
    expect(clicks.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(clicks.filter(({ status }) => status === 409)).toHaveLength(2);
    expect(new Set(clicks.map(({ body }) => body["deliveryId"])).size).toBe(1);
    expect(clicks.filter(({ status }) => status === 409).map((answer) => errorOf(answer).code)).toEqual([
      "already_sent",
      "already_sent",
    ]);
    expect(await systemPrisma.delivery.count({ where: { shopId: shop.id } })).toBe(1);
    expect(await systemPrisma.job.count({ where: { shopId: shop.id, event: "draft-approved" } })).toBe(1);
    const shown = await callApi(conversation, { shop: domain, params });
    expect(shown.body).toMatchObject({
      status: "waiting",
      draft: { status: "sent" },
      deliveries: [{ status: "queued", key: `reply:${draft.id}` }],
    });
  });

  it("answers 409 stale, 404 for what is not there, 400 for what cannot be read", async () => {
    const { domain, params, draft } = await shopWithReply();
    const ask = (given: object) => callApi(send, { shop: domain, params, body: {}, ...given });
    expect(errorOf(await ask({})).field).toBe("draftId");
    expect(errorOf(await ask({ raw: "{" })).field).toBe("body");
    expect(errorOf(await ask({ body: { draftId: draft.id, text: "  " } })).field).toBe("text");
    expect(errorOf(await ask({ body: { draftId: draft.id, text: "\u202e\u200b \u2060" } })).field).toBe(
      "text",
    );
    expect(errorOf(await ask({ body: { draftId: draft.id, overrule: {} } })).field).toBe("overrule.reason");
    expect(errorOf(await ask({ body: { draftId: draft.id, to: "x" } })).field).toBe("to");
    expect((await ask({ raw: JSON.stringify({ text: "x".repeat(300_000) }) })).status).toBe(413);
    expect((await ask({ body: { draftId: "0b6f2a34-0000-4000-8000-000000000001" } })).status).toBe(404);
    const other = await makeShop();
    expect(
      (await callApi(send, { shop: other.shop.domain, params, body: { draftId: draft.id } })).status,
    ).toBe(404);
    await systemPrisma.draft.update({ where: { id: draft.id }, data: { status: "stale" } });
    const stale = await ask({ body: { draftId: draft.id } });
    expect([stale.status, errorOf(stale).code]).toEqual([409, "stale"]);
  });

  it("declines once or twice alike, and never what was sent", async () => {
    const { domain, params, draft } = await shopWithReply();
    const body = { draftId: draft.id, reason: "wrong tone" };
    expect((await callApi(decline, { shop: domain, params, body })).status).toBe(204);
    expect((await callApi(decline, { shop: domain, params, body })).status).toBe(204);
    const sending = await callApi(send, { shop: domain, params, body: { draftId: draft.id } });
    expect(errorOf(sending).code).toBe("stale");
    const sent = await shopWithReply();
    await callApi(send, { shop: sent.domain, params: sent.params, body: { draftId: sent.draft.id } });
    const late = await callApi(decline, {
      shop: sent.domain,
      params: sent.params,
      body: { draftId: sent.draft.id },
    });
    expect(errorOf(late).code).toBe("already_sent");
  });

  it("settles an uncertain delivery, once", async () => {
    const made = await makeShop();
    const { conversation: row, messageId } = await makeConversation(made);
    const delivery = await makeDelivery(made, { conversationId: row.id, messageId });
    await systemPrisma.delivery.update({ where: { id: delivery.id }, data: { status: "uncertain" } });
    const ask = (body: object) =>
      callApi(resolve, { shop: made.shop.domain, params: { id: delivery.id }, body });
    expect(errorOf(await ask({ as: "lost" })).field).toBe("as");
    expect((await ask({ as: "sent" })).body).toEqual({ id: delivery.id, status: "sent" });
    expect((await ask({ as: "resend" })).status).toBe(409);
    const other = await makeShop();
    const answer = await callApi(resolve, {
      shop: other.shop.domain,
      params: { id: delivery.id },
      body: { as: "sent" },
    });
    expect(answer.status).toBe(404);
  });
});
