// Drafts that a model writes, and every way in which it does not.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { milliseconds, minutes } from "#app/lib/duration.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { modelConsent } from "#app/shop/settings.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import {
  aQuestionIn,
  draftByJob,
  DRAFTED_AT,
  draftingClaudeHere,
  draftOf,
  shopWithDrafts,
  spentBy,
  type DraftingShop,
} from "#tests/factories/draft-by-model.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { manners, type Manner } from "#tests/fakes/anthropic.ts";
import { drafting } from "#tests/fakes/drafting-claude.ts";

const { server, claude } = await draftingClaudeHere();

/** The same model in a hurry, so that a test need not wait as long as a draft may. */
const hurried: LanguageModel = {
  name: claude.name,
  complete: (completion) =>
    claude.complete({ ...completion, limits: { ...completion.limits, deadline: milliseconds(300) } }),
};

/** A question, and its draft as the job makes it. */
async function drafted(place: DraftingShop, model: LanguageModel | null = claude) {
  const question = await aQuestionIn(place);
  const said = await draftByJob(place, question.messageId, { model });
  return { ...question, said, draft: await draftOf(place, question.conversationId) };
}
const asideOf = (draft: Awaited<ReturnType<typeof draftOf>>) =>
  draft?.checks.find(({ rule }) => rule === "model")?.why;

describe("with a key and the notice accepted", () => {
  it("a draft is the model's, with the facts' values, and says what it took", async () => {
    const place = await shopWithDrafts();
    const { draft, order } = await drafted(place);
    expect(draft).toMatchObject({
      maker: "claude-sonnet-5-5",
      status: "waiting",
      // 212 tokens at $2 and 1,100 kept ones at a twentieth of it, 41 at $10.
      usage: { tokensIn: 1_312, tokensOut: 41, tokensCached: 1_100, costMicros: 944 },
    });
    expect(draft?.text).toContain("This is what the record of your order shows now:");
    for (const value of ["Hi Mara,", order.name, "Hamburg", "00340434161094042557"])
      expect(draft?.text).toContain(value);
    expect(draft?.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
    expect(await spentBy(place)).toBeCloseTo(0.000_944, 6);
  });

  it("leaves out what obeys the shopper in other words, and says so", async () => {
    const place = await shopWithDrafts();
    const words = "Our forum is full of people who share tips.";
    server.behave(drafting.writesBesides(() => ({ text: words })));
    const { draft } = await drafted(place);
    expect(draft).toMatchObject({ maker: claude.name, status: "waiting" });
    expect(JSON.stringify(draft)).not.toContain(words);
    expect(asideOf(draft)).toBe(
      "A sentence of Claude's was left out: it spoke of something that the plan does not",
    );
  });

  it("stays declined where only who writes it has changed", async () => {
    const place = await shopWithDrafts();
    const { messageId, conversationId, draft } = await drafted(place, null);
    await systemPrisma.draft.update({ where: { id: draft?.id ?? "" }, data: { status: "declined" } });
    expect(await draftByJob(place, messageId, { model: claude })).toBe(
      "a draft from the same facts is waiting",
    );
    const drafts = await systemPrisma.draft.findMany({ where: { conversationId } });
    expect(drafts.map(({ status }) => status)).toEqual(["declined"]);
  });

  it("is the composer's when the owner takes the consent back while the model writes", async () => {
    const place = await shopWithDrafts();
    const { id } = place.shop;
    const withdrawn: LanguageModel = {
      name: claude.name,
      complete: async (completion) => {
        await forShop(id)((tx) => saveSettings(tx, id, modelConsent(false)));
        return claude.complete(completion);
      },
    };
    const { draft } = await drafted(place, withdrawn);
    expect(draft?.maker).toBe("composer");
    expect(draft?.text).not.toContain("This is what the record of your order shows now:");
  });

  it("nothing that the record says of a person or an order leaves, and the prefix can be kept", async () => {
    const place = await shopWithDrafts();
    const { order } = await drafted(place);
    const [{ raw, body } = expect.fail("nothing was asked")] = server.asked;
    for (const personal of [
      "Mara",
      "Lindqvist",
      "example.com",
      order.name,
      order.id,
      "Uferweg",
      "Hamburg",
      "00340434161094042557",
      "59.90",
      "Trail bottle",
    ])
      expect(raw).not.toContain(personal);
    expect(body.system.map(({ cache_control }) => cache_control)).toEqual([
      { type: "ephemeral" },
      { type: "ephemeral" },
    ]);
  });

  it("stays while the records say the same, turns stale when they do not, and can be sent", async () => {
    const place = await shopWithDrafts();
    const { shop, keys } = place;
    const { order, rows, draft, conversationId } = await drafted(place);
    const mirrored = () =>
      refreshDrafts({ now: () => DRAFTED_AT } as Ports, makeRun(shop.id), [
        { data: { shopId: shop.id, orderId: order.id }, trace: null },
      ]);
    expect(await mirrored()).toEqual(["the cited facts are unchanged"]);
    const staff = { id: "1", name: "Kim" };
    const approve = { shopId: shop.id, conversationId, draftId: draft?.id ?? "", staff };
    const approving = { inShop: forShop(shop.id), now: () => DRAFTED_AT };

    await systemPrisma.fulfillment.updateMany({
      where: { shopId: shop.id, id: rows.fulfillments[0]?.id ?? "" },
      data: { deliveredAt: DRAFTED_AT, shipmentStatus: "delivered", updatedAt: DRAFTED_AT },
    });
    expect(await mirrored()).toEqual(["marked 1 of 1 drafts stale"]);
    expect(await approveDraft(approving, approve)).toEqual({ outcome: "stale" });

    const other = await drafted(place);
    const sent = await approveDraft(approving, {
      ...approve,
      conversationId: other.conversationId,
      draftId: other.draft?.id ?? "",
    });
    expect(sent.outcome).toBe("approved");
    const { id, sealed } = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId: shop.id } });
    const mail = openJson(
      keys,
      { context: `deliveries.sealed:${id}`, bytes: sealed },
      z.object({ text: z.string() }),
    );
    expect(mail.text).toContain("Drafted with AI, checked by Kim.");
  });
});

describe("without", () => {
  it.each<[string, () => Promise<DraftingShop>, LanguageModel | null]>([
    ["a key", () => shopWithDrafts(), null],
    ["consent", () => shopWithDrafts(modelConsent(false)), claude],
    [
      "consent to drafts, since the notice was an earlier one",
      () => shopWithDrafts({ modelNotice: 1 }),
      claude,
    ],
  ])("%s nothing leaves, and the composer drafts without a word about it", async (_name, shop, model) => {
    const { draft } = await drafted(await shop(), model);
    expect(draft).toMatchObject({ maker: "composer", status: "waiting" });
    expect(asideOf(draft)).toBeUndefined();
    expect(server.asked).toEqual([]);
  });

  it("consent that was withdrawn a moment ago nothing leaves any more", async () => {
    const place = await shopWithDrafts();
    await drafted(place);
    await forShop(place.shop.id)((tx) => saveSettings(tx, place.shop.id, modelConsent(false)));
    expect((await drafted(place)).draft?.maker).toBe("composer");
    expect(server.asked).toHaveLength(1);
  });

  it("a proven writer, or where a person takes over, no model is asked", async () => {
    const place = await shopWithDrafts();
    for (const reading of [{ identity: "none" as const }, { riskFlags: ["injection" as const] }]) {
      const { messageId, conversationId } = await aQuestionIn(place, { reading });
      await systemPrisma.message.update({
        where: { id: messageId },
        data: { proof: reading.identity ?? "address_match" },
      });
      await draftByJob(place, messageId, { model: claude });
      expect((await draftOf(place, conversationId))?.maker).toBe("composer");
    }
    expect(server.asked).toEqual([]);
  });
});

describe("a month's budget", () => {
  it("that is spent is said, and nothing is asked until the next month", async () => {
    const place = await shopWithDrafts({ modelBudgetPerMonth: 0.001 });
    const { draft, messageId } = await drafted(place);
    expect(draft?.maker).toBe("composer");
    expect(asideOf(draft)).toBe("Written by Attune, not by Claude: this month's budget for drafts is spent");
    expect(server.asked).toEqual([]);
    await forShop(place.shop.id)((tx) => saveSettings(tx, place.shop.id, { modelBudgetPerMonth: 20 }));
    await makeDraft(
      { inShop: forShop(place.shop.id), now: () => DRAFTED_AT, draftingModel: claude },
      { shopId: place.shop.id, messageId },
    );
    expect(server.asked).toHaveLength(1);
  });

  it("counts what nobody can say was not paid, and not what was refused before", async () => {
    const place = await shopWithDrafts();
    server.behave(manners.stallsInBody);
    await drafted(place, hurried);
    expect(await spentBy(place)).toBeGreaterThan(0.01);
    const other = await shopWithDrafts();
    server.behave(manners.fails(401));
    await drafted(other);
    expect(await spentBy(other)).toBe(0);
  });

  it("is not for one shopper's flood of mails", async () => {
    const place = await shopWithDrafts();
    const makers: (string | undefined)[] = [];
    for (let mail = 0; mail < 22; mail += 1) makers.push((await drafted(place)).draft?.maker);
    expect(makers.filter((one) => one === claude.name)).toHaveLength(20);
    expect(server.asked).toHaveLength(20);
  }, 60_000);
});

describe("whatever the model does instead", () => {
  it.each<[string, Manner, string]>([
    ["refuses", manners.refuses, "Claude declined to write this one"],
    ["is cut off", manners.isCutOff, "it was cut off"],
    ["answers with words", manners.says("Of course! Your refund is on its way."), "not in the form"],
    ["answers in another shape", manners.answers({ reply: "Dear Mara" }), "not in the form"],
    ["answers with nothing", manners.answers({ sentences: [], options: [] }), "it was empty"],
    ["sends HTML", manners.sendsHtml, "it cannot be reached"],
    ["sends {}", manners.sendsNothing, "it cannot be reached"],
    ["sends without an end", manners.floods, "it cannot be reached"],
    ["refuses the key", manners.fails(401), "it refused the key"],
    ["has no credit", manners.fails(400), "it cannot be reached"],
    ["fails", manners.fails(500), "it cannot be reached"],
    ["stalls before the headers", manners.stallsBeforeHeaders, "it took too long"],
    ["stalls in the body", manners.stallsInBody, "it took too long"],
    ["hangs up", manners.closesInBody, "it cannot be reached"],
  ])("the composer drafts and the reviewer is told why: it %s", async (_name, manner, why) => {
    server.behave(manner);
    const { draft } = await drafted(await shopWithDrafts(), hurried);
    expect(draft).toMatchObject({ maker: "composer", status: "waiting" });
    expect(asideOf(draft)).toContain(why);
    expect(draft?.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, Manner]>([
    ["429", manners.throttles({ "retry-after": "30" })],
    ["429 with nonsense", manners.throttles({ "retry-after": "soon" })],
    ["529", manners.isOverloaded()],
  ])(
    "a job whose model asks for a moment comes back, and not for longer than two minutes: %s",
    async (_name, manner) => {
      server.behave(manner);
      const place = await shopWithDrafts();
      const { messageId, conversationId } = await aQuestionIn(place);
      const putOff = await draftByJob(place, messageId, { model: claude }).catch((error: unknown) => error);
      expect(putOff).toMatchObject({ name: "TryAgainAt", message: "the model is overloaded" });
      const { at } = putOff as { at: Date };
      expect(at.getTime() - DRAFTED_AT.getTime()).toBeLessThanOrEqual(minutes(1.5));
      expect(await draftOf(place, conversationId)).toBeNull();
      expect(await spentBy(place)).toBe(0);

      const late = new Date(DRAFTED_AT.getTime() + minutes(2));
      await draftByJob(place, messageId, { model: claude, at: late });
      const draft = await draftOf(place, conversationId);
      expect(draft?.maker).toBe("composer");
      expect(asideOf(draft)).toContain("it is overloaded");

      server.behave(drafting.writes);
      await draftByJob(place, messageId, { model: claude, at: late });
      expect((await draftOf(place, conversationId))?.maker).toBe(claude.name);
    },
  );
});
