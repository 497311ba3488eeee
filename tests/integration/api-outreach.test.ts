// A person's answer to what a shopper is to be told unasked, by the JSON API.
import { beforeEach, describe, expect, it } from "vitest";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { action as draft } from "#app/routes/api/draft.ts";
import { action as outreach } from "#app/routes/api/outreach.ts";
import { action as send } from "#app/routes/api/send.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { days, minutes } from "#app/lib/duration.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { outreachShop, STAFF, type OutreachShop } from "#tests/factories/outreach-shop.ts";
import { makeShop } from "#tests/factories/shop.ts";

type Answer = { status: number; body: Record<string, unknown> };
const codeOf = ({ body }: Answer) => (body["error"] as { code: string } | undefined)?.code;

let shop: OutreachShop;
let of: Awaited<ReturnType<OutreachShop["waiting"]>>;
beforeEach(async () => {
  // The API goes by the wall clock, and the parcel has stood still for long enough on any day of the week.
  const soon = new Date(Date.now() + minutes(1));
  shop = await outreachShop(soon);
  of = await shop.waiting({}, new Date(soon.getTime() - days(4)));
});

const answer = (body: object, domain = shop.shop.domain) =>
  callApi(outreach, { shop: domain, params: { id: of.issue.id }, body });

describe("POST /api/issues/:id/outreach", () => {
  it("approves once, and answers with the outreach", async () => {
    const approved = await answer({ decision: "approve", draftId: of.draft.id });
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({ id: of.outreach.id, stage: "first", state: "approved" });
    const again = await answer({ decision: "approve" });
    expect([again.status, codeOf(again)]).toEqual([409, "already_sent"]);
    expect(again.body["deliveryId"]).toBe(approved.body["deliveryId"]);
    expect(codeOf(await answer({ decision: "decline" }))).toBe("already_sent");
    expect(await shop.deliveries()).toMatchObject([{ purpose: "outreach", approvedBy: STAFF.id }]);
  });

  it("approves what the conversation's own address names, too", async () => {
    const params = { id: of.conversationId };
    const shown = await callApi(conversation, { shop: shop.shop.domain, params });
    expect(shown.body).toMatchObject({ issueId: of.issue.id, messages: [], draft: { id: of.draft.id } });
    const sent = await callApi(send, { shop: shop.shop.domain, params, body: { draftId: of.draft.id } });
    expect(sent.status).toBe(202);
    expect((await shop.outreaches())[0]?.state).toBe("approved");
    // Nobody wrote: there is no message that a draft could be asked for.
    expect((await callApi(draft, { shop: shop.shop.domain, params, body: {} })).status).toBe(404);
  });

  it("stops what a check blocks, unless somebody answers for it", async () => {
    const text = "Hallo Mara,\n\nwir melden uns. Abonniere unseren Newsletter!\n\nBeste Grüße";
    const blocked = await answer({ decision: "approve", text });
    expect([blocked.status, codeOf(blocked)]).toEqual([422, "blocked"]);
    const reason = "They asked for it on the phone.";
    expect((await answer({ decision: "approve", text, overrule: { reason } })).status).toBe(200);
  });

  it("does not send what was not read, or is not to be told any more", async () => {
    expect(codeOf(await answer({ decision: "approve", draftId: "another" }))).toBe("stale");
    await shop.inShop((tx) =>
      suppress(tx, {
        ...{ shopId: shop.shopId, scope: "outreach", reason: "unsubscribed" },
        contactIndex: of.outreach.contactIndex ?? "",
      }),
    );
    const refused = await answer({ decision: "approve" });
    expect([refused.status, codeOf(refused)]).toEqual([409, "unwanted"]);
  });

  it("declines, and declines again", async () => {
    const body = { decision: "decline", reason: "I rang them up." };
    expect((await answer(body)).body).toMatchObject({ state: "declined" });
    expect((await answer(body)).body).toMatchObject({ state: "declined" });
    expect(codeOf(await answer({ decision: "approve" }))).toBe("unwanted");
  });

  it("puts off until a time to come", async () => {
    const until = (by: number) => new Date(Date.now() + by).toISOString();
    const past = await answer({ decision: "decline", snoozeUntil: until(-1_000) });
    expect([past.status, codeOf(past)]).toEqual([422, "invalid"]);
    const lookAt = until(days(3));
    const snoozed = await answer({ decision: "decline", snoozeUntil: lookAt });
    expect(snoozed.body).toMatchObject({ state: "snoozed", lookAt });
    expect(await answer({ decision: "end_snooze" })).toMatchObject({
      status: 200,
      body: { state: "snoozed" },
    });
  });

  it("takes back what was approved, and what was not is not there", async () => {
    const none = await answer({ decision: "take_back" });
    expect([none.status, codeOf(none)]).toEqual([404, "not_found"]);
    await answer({ decision: "approve" });
    expect(await answer({ decision: "take_back" })).toMatchObject({
      status: 200,
      body: { state: "waiting" },
    });
    expect(await shop.deliveries()).toEqual([]);
  });

  it("knows no other shop's issue", async () => {
    const other = await makeShop();
    for (const decision of ["approve", "decline", "take_back", "end_snooze"])
      expect((await answer({ decision }, other.shop.domain)).status).toBe(404);
    expect((await shop.outreaches())[0]?.state).toBe("waiting");
  });
});
