import { randomBytes } from "node:crypto";
import { askModel, MOST_TOKENS_OUT } from "#app/care/understand/ask-model.server.ts";
import { bounded } from "#app/care/understand/bounded.ts";
import { findKeptAnswer, keepAnswer } from "#app/care/understand/kept-answer.server.ts";
import { countModelDay } from "#app/care/understand/count-model-day.server.ts";
import { reserveTokens, settleTokens, type Reservation } from "#app/care/understand/model-budget.server.ts";
import { heard, type KeptAnswer } from "#app/care/understand/model-heard.ts";
import { hasWords, modelContent, modelSystem, PROMPT_VERSION } from "#app/care/understand/model-prompt.ts";
import type { EmotionReading, ModelAbsence } from "#app/care/understand/reading.ts";
import { withoutIdentifiers } from "#app/care/understand/without-identifiers.ts";
import { holdMessage } from "#app/conversation/hold-message.server.ts";
import { messageContentSchema } from "#app/conversation/message-content.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { modelReadings } from "#app/metrics.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { contentDigest, openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

/** What the model made of a message, or why it made nothing of it. */
export type Consulted = { model: EmotionReading } | { model: null; modelAbsence: ModelAbsence };

/**
 * The model's reading of one message, of its text alone. The question is asked outside of any transaction: it may take seconds,
 * in which it must hold no connection and no lock. Whatever goes wrong with the model is an answer here and no error; only the
 * database fails it, and the end of the run: the model has not failed then, and is asked when the job comes back.
 */
export async function consultModel(
  ports: Pick<Ports, "now" | "readingModel">,
  run: Run,
  given: { keys: ShopKeys; messageId: string },
): Promise<Consulted> {
  const { readingModel } = ports;
  if (!readingModel) return without("no_key");
  const prepared = await run.inShop((tx) => prepare(tx, { ...given, readingModel, now: ports.now() }));
  if (prepared.outcome === "absent") return without(prepared.why);
  if (prepared.outcome === "kept") return told(prepared.answer, "kept");
  const { question, content, reservation } = prepared;
  const said = heard(await askModel(readingModel, content, run.signal));
  const spent = said.spent ?? { tokensIn: reservation.tokens, tokensOut: 0 };
  // Not under the fence, which may be shut by now: the hold is this question's own, and what it took was taken.
  const counted = { use: "reading" as const, at: ports.now(), spent };
  await forShop(run.shopId)(async (tx) => {
    await settleTokens(sqlOf(tx), run.shopId, { ...reservation, spent });
    await countModelDay(sqlOf(tx), run.shopId, counted);
  });
  if (!said.kept && run.signal.aborted) throw run.signal.reason;
  if (said.kept) await keep(run, given.keys, { ...question, answer: said.kept, usage: spent });
  return said.kept ? told(said.kept, said.kept.outcome) : without(said.absence);
}

/** Under the fence: who lost the run keeps nothing, and the next one asks again. */
async function keep(run: Run, keys: ShopKeys, paid: Paid): Promise<void> {
  await run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const conversationId = await holdMessage(tx, paid.messageId);
    // Redacted in the meantime: nothing of it is kept.
    if (conversationId) await keepAnswer(tx, keys, { ...paid, conversationId });
  });
}

type Paid = Omit<Parameters<typeof keepAnswer>[2], "conversationId">;

/** `outcome` is for the metrics. */
function told(answer: KeptAnswer, outcome: string): Consulted {
  modelReadings.inc({ outcome });
  if (answer.outcome === "answered") return { model: answer.value };
  return { model: null, modelAbsence: answer.outcome === "refused" ? "refused" : "invalid_answer" };
}

function without(modelAbsence: ModelAbsence): Consulted {
  modelReadings.inc({ outcome: modelAbsence });
  return { model: null, modelAbsence };
}

type Question = { messageId: string; digest: string };
type Prepared =
  | { outcome: "absent"; why: ModelAbsence }
  | { outcome: "kept"; answer: KeptAnswer }
  | { outcome: "to-ask"; question: Question; content: string; reservation: Reservation };

type Given = { keys: ShopKeys; messageId: string; readingModel: LanguageModel; now: Date };
const absent = (why: ModelAbsence): Prepared => ({ outcome: "absent", why });

/** Whether the model is asked, with what, and the hold on the budget for it. */
async function prepare(tx: Tx, { keys, messageId, readingModel, now }: Given): Promise<Prepared> {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  // Of what is not read at all, understandMessage says why.
  if (!message || message.direction !== "in" || message.automatic) return absent("nothing_to_read");
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { settings: true, uninstalledAt: true },
  });
  const { modelAccepted, modelTokensPerDay } = settingsSchema.parse(shop.settings);
  if (!modelAccepted || shop.uninstalledAt) return absent("not_accepted");
  const sealed = { context: `messages.sealed:${messageId}` as const, bytes: message.sealed };
  const { from, text, subject } = openJson(keys, sealed, messageContentSchema);
  const leaving = withoutIdentifiers(bounded(text || subject), from.name);
  if (!hasWords(leaving)) return absent("nothing_to_read");
  const digest = contentDigest(keys, JSON.stringify([PROMPT_VERSION, readingModel.name, leaving]), 20);
  const answer = await findKeptAnswer(tx, keys, { messageId, digest });
  if (answer) return { outcome: "kept", answer };
  // It was read with other words of the prompt, or while nobody had accepted: it is not read again.
  if ((await tx.reading.count({ where: { messageId } })) > 0) return absent("nothing_to_read");
  const content = modelContent(leaving, randomBytes(16).toString("hex"));
  const reservation = await reserveTokens(sqlOf(tx), keys.shopId, {
    now,
    tokens: mostTokens(content),
    perDay: modelTokensPerDay,
  });
  if (!reservation) return absent("budget_used_up");
  const question = { messageId, digest };
  return { outcome: "to-ask", question, content, reservation };
}

/** More than a question takes in any language: tokens are longer than two bytes, but in scripts of three and four bytes a sign. */
function mostTokens(content: string): number {
  return Math.ceil(Buffer.byteLength(modelSystem + content) / 2) + MOST_TOKENS_OUT;
}
