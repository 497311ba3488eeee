import { afterAll, beforeEach } from "vitest";
import { makeClaude } from "#app/adapters/anthropic.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { readTokensToday } from "#app/care/understand/model-budget.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { forShop } from "#app/db.server.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import type { Settings } from "#app/shop/settings.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { fakeClaude, manners, TOKENS, type Manner } from "#tests/fakes/anthropic.ts";

/** Messages that a model reads along, and what it says. All words are invented. */
export const FURIOUS = "I am furious. It arrived broken, and nobody answers!";
export const anger = { label: "anger", intensity: 0.8, confidence: 0.9 };
export const joy = { label: "joy", intensity: 0.7, confidence: 0.8 };
export const AT = new Date("2026-11-21T12:00:00Z");
export const SPENT = TOKENS.tokensIn + TOKENS.tokensOut;

type Place = Awaited<ReturnType<typeof makeShop>>;
type Asked = { model: LanguageModel | null; at?: Date; stopping?: AbortController };

/** A Claude on this machine for the tests of one file, each of which has a circuit of its own. It reads anger until told otherwise. */
export async function claudeHere() {
  const name = "claude-haiku-5-5";
  const server = await fakeClaude(manners.answers(anger));
  const make = () => makeClaude({ apiKey: "sk-ant-test", baseUrl: server.url, model: name });
  let model = make();
  beforeEach(() => {
    server.asked.length = 0;
    server.behave(manners.answers(anger));
    model = make();
  });
  afterAll(() => server.stop());
  const claude: LanguageModel = { name, complete: (completion) => model.complete(completion) };
  return { server, claude };
}

export async function shopThat(settings: Partial<Settings> = { modelAccepted: true }): Promise<Place> {
  const place = await makeShop();
  await forShop(place.shop.id)((tx) => saveSettings(tx, place.shop.id, settings));
  return place;
}

export async function understand(shopId: string, messageId: string, { model, at = AT, stopping }: Asked) {
  const ports = { now: () => at, readingModel: model } as Ports;
  return understandMessage(ports, makeRun(shopId, stopping), { shopId, messageId });
}

/** A new message of the shop's, read. */
export async function reading(
  { shop, keys }: Place,
  { text = FURIOUS, ...asked }: Asked & { text?: string },
) {
  const { messageId } = await makeConversation({ keys, text });
  await understand(shop.id, messageId, asked);
  return { messageId, read: await readingOf({ shop, keys }, messageId) };
}

export const readingOf = ({ shop, keys }: Place, messageId: string) =>
  forShop(shop.id)((tx) => readReading(tx, keys, { messageId, now: new Date() }));

export const tokensToday = (shopId: string) => forShop(shopId)((tx) => readTokensToday(tx, shopId, AT));

/** Answers that are held back until the test gives them. */
export function heldBack(value: unknown) {
  const waiting: (() => void)[] = [];
  const answers = manners.answers(value);
  const manner: Manner = (response, asked) => void waiting.push(() => answers(response, asked));
  const give = () => waiting.splice(0).forEach((one) => one());
  return { manner, give, waiting };
}
