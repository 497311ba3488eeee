import { randomBytes } from "node:crypto";
import type { DraftUsage } from "#app/care/draft/draft.ts";
import { holdBudget, settleBudget } from "#app/care/draft/model/draft-budget.server.ts";
import { draftingSlots } from "#app/care/draft/model/drafting-slots.server.ts";
import { heardDraft, type HeardDraft } from "#app/care/draft/model/heard-draft.ts";
import { mostCost, tokensAtMost } from "#app/care/draft/model/price.ts";
import {
  findTranslation,
  keepTranslation,
  type KeptTranslation,
} from "#app/care/draft/translate/kept-translation.server.ts";
import {
  mostTranslationTokens,
  translationAnswerSchema,
  translationContent,
  translationSystem,
  TRANSLATION_PROMPT_VERSION,
} from "#app/care/draft/translate/translation-prompt.ts";
import type { Translated, Untranslated } from "#app/care/draft/translate/translation.ts";
import { bounded } from "#app/care/understand/bounded.ts";
import { messageContent } from "#app/care/understand/message-content.server.ts";
import { hasWords } from "#app/care/understand/model-prompt.ts";
import { withoutIdentifiers } from "#app/care/understand/without-identifiers.ts";
import { holdMessage } from "#app/conversation/hold-message.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { modelTokens, modelTranslations } from "#app/metrics.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { LanguageModel, Now } from "#app/ports.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";
import { modelMayDraft, settingsSchema } from "#app/shop/settings.ts";

type Deps = { inShop: InShop; now: Now; draftingModel: LanguageModel | null };
/** `language`: the reviewer's, as `languageTagSchema` takes it. */
type Asked = { keys: ShopKeys; conversationId: string; messageId: string; language: string };
type Asking = Asked & { model: LanguageModel };

/** For everything, the body included: a person waits for it. */
const TRANSLATE_WITHIN: Duration = seconds(40);

/**
 * Translates one incoming message for whoever asks, outside of any transaction: the text that a reading sends, to the same provider, on the
 * budget of drafts. What the model said is kept, sealed, and asked for once. It is there to be read beside the original and nothing else is
 * made of it. Null when the conversation has no such message, or a machine sent it.
 */
export async function translateMessage(deps: Deps, asked: Asked): Promise<Translated | null> {
  const said = await translate(deps, asked);
  if (said) modelTranslations.inc({ outcome: said.outcome === "translated" ? said.outcome : said.why });
  return said;
}

async function translate(deps: Deps, asked: Asked): Promise<Translated | null> {
  const { inShop, draftingModel: model } = deps;
  if (!model) return untranslated("no_model");
  const prepared = await inShop((tx) => prepare(tx, { ...asked, model }));
  if (prepared?.outcome !== "to-ask") return prepared;
  const free = draftingSlots.take(asked.keys.shopId);
  if (!free) return untranslated("busy");
  try {
    return await ask(deps, { ...asked, model }, prepared);
  } finally {
    free();
  }
}

async function ask({ inShop, now }: Deps, given: Asking, question: ToAsk): Promise<Translated> {
  const { keys, model } = given;
  const { content, maxTokens, perMonth } = question;
  const micros = mostCost(model.name, {
    tokensIn: tokensAtMost(translationSystem + content),
    tokensOut: maxTokens,
  });
  const hold = await inShop((tx) => holdBudget(sqlOf(tx), keys.shopId, { now: now(), micros, perMonth }));
  if (!hold) return untranslated("budget_spent");
  const answer = await model.complete({
    system: translationSystem,
    content,
    answer: translationAnswerSchema,
    limits: { maxTokens, deadline: TRANSLATE_WITHIN },
  });
  if ("usage" in answer && answer.usage) {
    modelTokens.inc({ direction: "in" }, answer.usage.tokensIn);
    modelTokens.inc({ direction: "out" }, answer.usage.tokensOut);
  }
  const heard = heardDraft(model.name, answer);
  const usage = heard.usage ?? { tokensIn: 0, tokensOut: 0, tokensCached: 0, costMicros: hold.micros };
  await inShop((tx) => settleBudget(sqlOf(tx), keys.shopId, { ...hold, usage, at: now() }));
  const said = saidOf(heard, question);
  if (said.outcome === "not_heard") return untranslated(said.why);
  await inShop((tx) => keep(tx, given, { question, said, usage, now: now() }));
  return told(said);
}

const untranslated = (why: Untranslated): Translated => ({ outcome: "not_translated", why });

const told = (said: KeptTranslation): Translated =>
  said.outcome === "refused"
    ? untranslated("refused")
    : { outcome: "translated", translation: { paragraphs: said.paragraphs, cut: said.cut } };

type NotHeard = { outcome: "not_heard"; why: Untranslated };

/** What came back and is worth keeping. What was cut off, or is empty, may come whole the next time a person asks. */
function saidOf(
  heard: HeardDraft<{ paragraphs: string[] }>,
  { cut }: Pick<ToAsk, "cut">,
): KeptTranslation | NotHeard {
  if (heard.outcome === "later") return { outcome: "not_heard", why: heard.wait.why };
  if (heard.outcome === "silent") return { outcome: "not_heard", why: heard.why };
  const { answer } = heard;
  if (answer.outcome === "refused") return { outcome: "refused" };
  const paragraphs =
    answer.outcome === "answered" ? answer.value.paragraphs.filter((one) => one.trim() !== "") : [];
  return paragraphs.length > 0
    ? { outcome: "translated", paragraphs, cut }
    : { outcome: "not_heard", why: "invalid" };
}

async function keep(
  tx: Tx,
  { keys, messageId, language }: Asking,
  given: { question: ToAsk; said: KeptTranslation; usage: DraftUsage; now: Date },
): Promise<void> {
  const { question, said, usage, now } = given;
  await lockAgainstRedaction(sqlOf(tx), keys.shopId);
  const conversationId = await holdMessage(tx, messageId);
  // Redacted in the meantime: nothing of it is kept.
  if (!conversationId) return;
  const { digest } = question;
  await keepTranslation(tx, keys, { conversationId, messageId, language, digest, said, usage, now });
}

type ToAsk = {
  outcome: "to-ask";
  content: string;
  digest: string;
  maxTokens: number;
  perMonth: number;
  /** The text is longer than what leaves of it. */
  cut: boolean;
};

/** Whether the model is asked, and with what. */
async function prepare(
  tx: Tx,
  { keys, conversationId, messageId, language, model }: Asking,
): Promise<ToAsk | Translated | null> {
  const where = { id: messageId, conversationId, direction: "in", automatic: false };
  if ((await tx.message.count({ where })) === 0) return null;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { settings: true, uninstalledAt: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  if (!modelMayDraft(settings) || shop.uninstalledAt) return untranslated("not_accepted");
  const written = await messageContent(tx, keys, messageId);
  if (!written) return null;
  const text = bounded(written.text);
  const leaving = withoutIdentifiers(text, written.from.name);
  if (!hasWords(leaving)) return untranslated("nothing_to_translate");
  const asked = JSON.stringify([TRANSLATION_PROMPT_VERSION, model.name, leaving]);
  const digest = contentDigest(keys, asked, 20);
  const kept = await findTranslation(tx, keys, { messageId, language, digest });
  if (kept) return told(kept);
  return {
    outcome: "to-ask",
    content: translationContent(leaving, { language, mark: randomBytes(16).toString("hex") }),
    digest,
    maxTokens: mostTranslationTokens(leaving),
    perMonth: settings.modelBudgetPerMonth,
    cut: text.length < written.text.length,
  };
}
