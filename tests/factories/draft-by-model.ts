import { afterAll, beforeEach } from "vitest";
import { makeClaude } from "#app/adapters/anthropic.server.ts";
import { draftReply } from "#app/care/draft/draft-reply.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readSpending } from "#app/care/draft/model/draft-budget.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { forShop } from "#app/db.server.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { modelConsent, type Settings } from "#app/shop/settings.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeClaude } from "#tests/fakes/anthropic.ts";
import { drafting } from "#tests/fakes/drafting-claude.ts";

/** Drafts that a model writes. All people and orders are invented. */
export const DRAFTED_AT = new Date("2026-11-13T10:00:00Z");
const MODEL = "claude-sonnet-5-5";
export const mara = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };

/** A Claude on this machine for the tests of one file, each of which has a circuit of its own. It writes good drafts until told otherwise. */
export async function draftingClaudeHere() {
  const server = await fakeClaude(drafting.writes);
  const make = () => makeClaude({ apiKey: "sk-ant-test", baseUrl: server.url, model: MODEL });
  let model = make();
  beforeEach(() => {
    server.asked.length = 0;
    server.behave(drafting.writes);
    model = make();
  });
  afterAll(() => server.stop());
  const claude: LanguageModel = { name: MODEL, complete: (completion) => model.complete(completion) };
  return { server, claude };
}

export type DraftingShop = Awaited<ReturnType<typeof makeShop>>;

/** A shop that accepted the notice, unless told otherwise. */
export async function shopWithDrafts(
  settings: Partial<Settings> = {},
  given: { name?: string } = {},
): Promise<DraftingShop> {
  const place = await makeShop(given);
  await forShop(place.shop.id)((tx) =>
    saveSettings(tx, place.shop.id, { ...modelConsent(true), ...settings }),
  );
  return place;
}

/** A shopper's question about an order that is on its way, read and not answered. */
export async function aQuestionIn(
  { shop, keys }: DraftingShop,
  given: { text?: string; reading?: Partial<Reading>; contact?: typeof mara; at?: Date } = {},
) {
  const at = given.at ?? DRAFTED_AT;
  const { order, rows } = await makeOrder(shop, keys, {
    person: { email: (given.contact ?? mara).address },
    fulfillments: [
      {
        updatedAt: "2026-11-12T08:00:00.000Z",
        events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
      },
    ],
  });
  const { conversationId, messageId } = await makeConversation({
    keys,
    contact: given.contact ?? mara,
    orderIds: [order.id],
    text: given.text ?? "Hello, where is my parcel? Mara Lindqvist",
    at,
    createdAt: at,
  });
  const asked = { conversationId, messageId };
  await makeReading(keys, asked, { orderIds: [order.id], unsure: true, ...given.reading });
  return { ...asked, order, rows };
}

type Asking = { model: LanguageModel | null; at?: Date; stopping?: AbortController };

/** The job that drafts, as the worker runs it. */
export function draftByJob(
  { shop }: DraftingShop,
  messageId: string,
  { model, at = DRAFTED_AT, stopping }: Asking,
) {
  const ports = { now: () => at, draftingModel: model } as Ports;
  return draftReply(ports, makeRun(shop.id, stopping), { shopId: shop.id, messageId });
}

export const draftOf = ({ shop, keys }: DraftingShop, conversationId: string) =>
  forShop(shop.id)((tx) => readDraft(tx, keys, conversationId));

/** In US dollars. */
export const spentBy = ({ shop }: DraftingShop) =>
  forShop(shop.id)((tx) => readSpending(tx, shop.id, DRAFTED_AT));
