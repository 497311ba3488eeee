import { randomBytes } from "node:crypto";
import { composeDraft, type Drafted, type DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftUsage } from "#app/care/draft/draft.ts";
import { findTarget } from "#app/care/draft/find-target.server.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { askForDraft, MOST_DRAFT_TOKENS } from "#app/care/draft/model/ask-for-draft.server.ts";
import { briefFor, type Brief } from "#app/care/draft/model/brief.ts";
import { draftSoFar } from "#app/care/draft/model/draft-by-model.ts";
import { holdBudget, settleBudget, type Hold } from "#app/care/draft/model/draft-budget.server.ts";
import { heardDraft, type Later } from "#app/care/draft/model/heard-draft.ts";
import {
  countAnswersToday,
  findDraftAnswer,
  keepDraftAnswer,
  type KeptDraftAnswer,
} from "#app/care/draft/model/kept-draft-answer.server.ts";
import { mostCost, tokensAtMost } from "#app/care/draft/model/price.ts";
import { draftingSlots } from "#app/care/draft/model/drafting-slots.server.ts";
import { draftContent, draftSystem, DRAFT_PROMPT_VERSION } from "#app/care/draft/model/prompt.ts";
import type { Silence } from "#app/care/draft/model/why-set-aside.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop, sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { modelDrafts } from "#app/metrics.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { LanguageModel, Now } from "#app/ports.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";
import { modelMayDraft, settingsSchema } from "#app/shop/settings.ts";

export type DraftingDeps = {
  inShop: InShop;
  now: Now;
  /** Absent or null: the composer drafts. */
  draftingModel?: LanguageModel | null | undefined;
  /** Told the sentences so far of a draft that is being written, each checked and the whole not yet, for who waits for it. */
  onWriting?: ((sentences: string[]) => void) | undefined;
  /** Of the job that asks. */
  signal?: AbortSignal | undefined;
};

/** What the model said, or why it said nothing. `composer`: it is not asked of such a message, or by such a shop. */
export type Said =
  | { outcome: "composer" }
  | { outcome: "silent"; why: Silence }
  | { outcome: "said"; digest: string; answer: KeptDraftAnswer; usage: DraftUsage };

type Asked = {
  keys: ShopKeys;
  messageId: string;
  hint?: string | undefined;
  automatic?: boolean | undefined;
};
type Asking = Asked & { model: LanguageModel };

/** So long after a message came its draft waits for a model that asks for a moment; after that the composer writes it. */
const WAITS: Duration = minutes(2);
/** From one shopper, in a day: a flood of mails is not answered one by one at the shop's cost. */
const MOST_A_DAY = 20;

/**
 * Asks the model for a draft, outside of any transaction. What it says is kept, sealed, before it is used: a job that runs twice
 * pays once. Whatever goes wrong with the model is an answer here; only the database and the end of the run fail it, and a job
 * whose model asks for a moment is put back for it.
 */
export async function consultDraftingModel(deps: DraftingDeps, asked: Asked): Promise<Said> {
  const { draftingModel: model, inShop, now } = deps;
  if (!model) return { outcome: "composer" };
  const given = { ...asked, model };
  const prepared = await inShop((tx) => prepare(tx, given, now()));
  if (prepared.outcome !== "to-ask") return prepared;
  const free = draftingSlots.take(asked.keys.shopId);
  if (!free) return later(deps, given, { prepared, wait: { after: null, why: "busy" } });
  try {
    return await ask(deps, given, prepared);
  } finally {
    free();
  }
}

async function ask(deps: DraftingDeps, given: Asking, prepared: ToAsk): Promise<Said> {
  const { keys, model } = given;
  const { shopId } = keys;
  const hold = await deps.inShop((tx) => holdFor(tx, given, { ...prepared, now: deps.now() }));
  if (!hold) return silent("budget_spent");
  const signal = deps.signal ?? new AbortController().signal;
  const hear = await listener(deps, prepared);
  const heard = heardDraft(model.name, await askForDraft(model, { ...prepared, hear }, signal));
  const usage = heard.usage ?? { tokensIn: 0, tokensOut: 0, tokensCached: 0, costMicros: hold.micros };
  // Not under the fence, which may be shut by now: what it took was taken.
  const settled = { ...hold, usage, at: deps.now() };
  await forShop(shopId)((tx) => settleBudget(sqlOf(tx), shopId, settled));
  if (heard.outcome === "kept") {
    const { digest, message } = prepared;
    await deps.inShop(async (tx) => {
      await lockAgainstRedaction(sqlOf(tx), shopId);
      // Redacted in the meantime: nothing of it is kept.
      if ((await tx.message.count({ where: { id: message.id } })) > 0)
        await keepDraftAnswer(tx, keys, {
          ...answerOf(prepared),
          answer: heard.answer,
          usage,
          now: deps.now(),
        });
    });
    modelDrafts.inc({ outcome: heard.answer.outcome });
    return { outcome: "said", digest, answer: heard.answer, usage };
  }
  if (signal.aborted) throw signal.reason;
  return heard.outcome === "later" ? later(deps, given, { prepared, wait: heard.wait }) : silent(heard.why);
}

/** Passes on what is written so far, when somebody waits for it and there is more than before. */
async function listener({ onWriting }: DraftingDeps, { writing: { input, drafted, brief } }: ToAsk) {
  if (!onWriting) return undefined;
  const { detectLanguage } = await import("#app/care/understand/detect-language.ts");
  let told = 0;
  return (soFar: string) => {
    const sentences = draftSoFar(input, drafted, { brief, soFar, languageOf: detectLanguage });
    if (sentences.length <= told) return;
    told = sentences.length;
    onWriting(sentences);
  };
}

const answerOf = ({ message, digest }: ToAsk) => ({
  messageId: message.id,
  conversationId: message.conversationId,
  digest,
});

function silent(why: Silence): Said {
  modelDrafts.inc({ outcome: why });
  return { outcome: "silent", why };
}

/** A job comes back when the model may have a moment, within bounds; a person is told at once. */
function later(
  { now }: DraftingDeps,
  { automatic }: Asking,
  { prepared, wait }: { prepared: ToAsk; wait: Later },
): Said {
  const at = new Date(now().getTime() + pauseOf(wait));
  const patient = automatic && at.getTime() - prepared.message.createdAt.getTime() <= WAITS;
  if (!patient) return silent(wait.why);
  modelDrafts.inc({ outcome: "put_off" });
  throw new TryAgainAt(at, `the model is ${wait.why}`);
}

const SHORTEST: Duration = seconds(5);
const LONGEST: Duration = seconds(60);

/** As long as it asked for, within bounds, and some more by chance, so that those who wait do not come back together. */
function pauseOf({ after }: Later): Duration {
  const asked = Math.min(Math.max(after ?? SHORTEST, SHORTEST), LONGEST);
  return Math.round(asked * (1 + Math.random() / 2));
}

type ToAsk = {
  outcome: "to-ask";
  message: { id: string; conversationId: string; createdAt: Date };
  system: string[];
  content: string;
  digest: string;
  perMonth: number;
  writing: { input: DraftInput; drafted: Drafted; brief: Brief };
};
type Prepared = ToAsk | Said;

const composer: Said = { outcome: "composer" };

/** Whether the model is asked, and with what. */
async function prepare(
  tx: Tx,
  { keys, messageId, hint, automatic, model }: Asking,
  now: Date,
): Promise<Prepared> {
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { settings: true, uninstalledAt: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  if (!modelMayDraft(settings) || shop.uninstalledAt) return composer;
  const found = await tx.message.findUnique({ where: { id: messageId }, select: { conversationId: true } });
  const conversation = found && (await readConversation(tx, keys, found.conversationId));
  const target = conversation && (await findTarget(tx, keys, { conversation, asked: !automatic, now }));
  if (!conversation || !target || "reason" in target) return composer;
  const { message } = target;
  // What is told unasked, in a conversation that we began, is the composer's.
  if (!message) return composer;
  const gathered = await gather(tx, keys, { conversation, message, now, hint });
  if (!gathered) return composer;
  const { input } = gathered;
  const drafted = composeDraft(input);
  const brief = briefFor(input, drafted);
  if (!brief) return composer;
  const digest = digestOf(keys, model.name, brief);
  const kept = await findDraftAnswer(tx, keys, { messageId: message.id, digest });
  if (kept) return { outcome: "said", digest, ...kept };
  if ((await countAnswersToday(tx, keys.shopId, { conversationId: conversation.id, now })) >= MOST_A_DAY)
    return silent("asked_enough");
  return {
    outcome: "to-ask",
    message,
    system: draftSystem(brief),
    content: draftContent(brief, randomBytes(16).toString("hex")),
    digest,
    perMonth: settings.modelBudgetPerMonth,
    writing: { input, drafted, brief },
  };
}

const NO_MARK = "0".repeat(32);

/** What one question differs from another by; values that only code fills in are no part of it. */
export function digestOf(keys: ShopKeys, model: string, brief: Brief): string {
  const asked = [DRAFT_PROMPT_VERSION, model, draftSystem(brief), draftContent(brief, NO_MARK)];
  return contentDigest(keys, JSON.stringify(asked), 20);
}

function holdFor(
  tx: Tx,
  { keys, model }: Asking,
  { system, content, perMonth, now }: ToAsk & { now: Date },
): Promise<Hold | null> {
  const tokensIn = tokensAtMost(system.join("") + content);
  const micros = mostCost(model.name, { tokensIn, tokensOut: MOST_DRAFT_TOKENS });
  return holdBudget(sqlOf(tx), keys.shopId, { now, micros, perMonth });
}
