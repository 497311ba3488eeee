import { crossCheck } from "./cross-check.ts";
import { bounded } from "./bounded.ts";
import { cause } from "./cause.ts";
import { claims } from "./claims.ts";
import { detectLanguage, speaksTwice } from "./detect-language.ts";
import { namedEmotions } from "./emotion-cues.ts";
import { findOrderReferences } from "./find-order-references.ts";
import type { LinearModel } from "./linear-model.ts";
import { matchOrders } from "./match-orders.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";
import type { CareEmotion, EmotionReading, Intent, ModelAbsence, Reading, RiskFlag } from "./reading.ts";
import { recogniseEmotion, type EmotionModels, type WordsReading } from "./recognise-emotion.ts";
import { recogniseIntent, type IntentReading } from "./recognise-intent.ts";
import { belongsTo, levelFor, proveOrders, proves, type Writer } from "./prove-orders.ts";
import type { History, RecordedOrder } from "./record-events.ts";
import { recordReading } from "./record-reading.ts";
import { riskFlags } from "./risk-flags.ts";
import { stripCourtesy } from "./strip-courtesy.ts";
import { urgency } from "./urgency.ts";
import { withoutNames } from "./without-names.ts";

/** The embedded models (`models.server.ts` loads them). */
export type Models = EmotionModels & { intent: LinearModel };

export type MessageToRead = {
  text: string;
  /** Searched for order references only: subjects are often the shop's own words. */
  subject?: string;
  /** Known language, BCP 47; detected when absent. */
  language?: string | undefined;
  /** Locales to expect, best first: the order's, the customer's, the shop's. */
  expectedLanguages?: readonly string[];
  /** Candidate orders; the best match is the one claims and the record reading are held against. */
  orders?: readonly RecordedOrder[];
  /** Orders the conversation was about so far: meant when this message names none. */
  knownOrderIds?: readonly string[];
  /** What else is on record, by order id. */
  histories?: ReadonlyMap<string, History>;
  /** A machine wrote it (RFC 3834, bounce, list). */
  automatic?: boolean;
  identity?: IdentityProof;
  /** Who wrote: nothing of an order that is not theirs goes into the reading. Absent: all candidates are theirs. */
  writer?: Writer;
  /** The model's reading of the text alone, when there is one. */
  model?: EmotionReading | null;
  /** Why there is none. */
  modelAbsence?: ModelAbsence | undefined;
  now: Date;
};

/** Reads one message: language, intent, emotion by three readings, orders, claims, risks. Pure. */
export function readMessage(models: Models, given: MessageToRead): Reading {
  const message = { ...given, text: bounded(given.text), subject: bounded(given.subject ?? "") };
  const { text, now, orders = [] } = message;
  const unnamed = withoutNames(text);
  const language = message.language ?? detectLanguage(unnamed, message.expectedLanguages);
  const { kept, sentences } = stripCourtesy(unnamed, language);
  const { orderRefs, orderIds, orderNamed, proofs } = ordersMeant(message, orders);
  const order = orderToCompare(orders, { orderIds, writer: message.writer });
  const flags = flagsOf({ text, unnamed, language });
  const named = namedEmotions(sentences, language);
  const asked = message.automatic
    ? ({ intent: "spam_or_auto", confidence: 1, intents: ["spam_or_auto"] } as const)
    : gravely(flags, recogniseIntent(models.intent, { text: kept, sentences, language, named }));
  const implied = impliedByRisk(flags) ?? impliedBy[asked.intent];
  const aimless = asked.intent === "other";
  const words = recogniseEmotion(models, { text: kept, language, named, implied, aimless });
  const history = order ? message.histories?.get(order.id) : undefined;
  const record = recordReading(order, { now, history });
  const model = message.model ?? null;
  const agreed = crossCheck({
    words,
    model,
    record,
    suspect: flags.includes("injection"),
    grave: flags.includes("self_harm"),
  });
  const emotion = { label: agreed.label, intensity: agreed.intensity, confidence: agreed.confidence };
  return {
    language,
    intent: asked.intent,
    intentConfidence: asked.confidence,
    intents: [...asked.intents],
    urgency: urgency({ sentences, language, intent: asked.intent, riskFlags: flags, emotion }),
    emotion: {
      ...emotion,
      distribution: words.distribution,
      goemotions: words.goemotions,
      readings: { words: plain(words), model, record: record && plain(record) },
    },
    ...(model || !message.modelAbsence ? {} : { modelAbsence: message.modelAbsence }),
    unsure: agreed.unsure,
    why: agreed.why,
    because: agreed.because,
    orderRefs,
    orderIds,
    claims: claims(sentences, { order, history, now, language }),
    riskFlags: flags,
    cause: cause(sentences, { intent: asked.intent, language, emotion: emotion.label }),
    identity: message.identity ?? "none",
    proofs,
    orderNamed,
    proofCode: null,
  };
}

/** "Sue Law" is a name and no threat; what could cost a life or steer a machine is believed even where a name is expected. */
const believedInNames: readonly RiskFlag[] = ["self_harm", "safety", "injection"];

type Named = { text: string; unnamed: string; language: string };

function flagsOf({ text, unnamed, language: known }: Named): RiskFlag[] {
  // A threat in the second language of a text is one: then no language's words are left out.
  const language = speaksTwice(unnamed) ? "und" : known;
  const flags = riskFlags(text, language);
  if (unnamed === text || flags.length === 0) return flags;
  const stated = riskFlags(unnamed, language);
  return flags.filter((flag) => believedInNames.includes(flag) || stated.includes(flag));
}

function ordersMeant(
  { text, subject = "", knownOrderIds = [], writer }: MessageToRead,
  orders: readonly RecordedOrder[],
) {
  const own = findOrderReferences(text);
  const inSubject = own.length > 0 ? [] : findOrderReferences(subject);
  const refs = [...own, ...inSubject];
  const theirs = writer && {
    own: new Set(orders.filter((one) => belongsTo(one, writer)).map(({ id }) => id)),
  };
  const matched = matchOrders({ text, refs, orders, known: knownOrderIds, ...theirs });
  const meant = orders.filter(({ id }) => matched.orderIds.includes(id));
  return {
    orderIds: matched.orderIds,
    // Offsets are into the text: what only the subject names is matched but not listed.
    orderRefs: matched.orderRefs.slice(0, own.length),
    orderNamed: refs.some(({ kind }) => kind === "order_name"),
    proofs: writer ? proveOrders(meant, { writer, refs: matched.orderRefs, text }) : [],
  };
}

/**
 * The order that claims and the record's voice are held against: what either says gets into the reply's tone, so that it must be
 * shown to be the writer's. Another's order leaves the reading as if there were no such order.
 */
function orderToCompare(
  orders: readonly RecordedOrder[],
  { orderIds, writer }: { orderIds: string[]; writer: Writer | undefined },
): RecordedOrder | null {
  const meant = orderIds.flatMap((id) => orders.find((order) => order.id === id) ?? []);
  if (!writer) return meant[0] ?? null;
  return meant.find((order) => proves(levelFor(order, writer), "address_match")) ?? null;
}

/** Nobody praises who speaks of dying. */
const gravely = (flags: readonly RiskFlag[], asked: IntentReading): IntentReading =>
  flags.includes("self_harm") && asked.intent === "praise"
    ? { ...asked, intent: "other", intents: ["other"] }
    : asked;

function impliedByRisk(flags: readonly RiskFlag[]): CareEmotion | undefined {
  if (flags.includes("self_harm")) return "sadness";
  return flags.includes("safety") ? "worry" : undefined;
}

/** The feeling that usually goes with a grievance, read from the same words. */
const impliedBy: Partial<Record<Intent, CareEmotion>> = {
  delivery_problem: "frustration",
  wrong_or_damaged_item: "disappointment",
  complaint: "frustration",
  praise: "joy",
  spam_or_auto: "neutral",
};

const plain = ({ label, intensity, confidence }: WordsReading | EmotionReading): EmotionReading => ({
  label,
  intensity,
  confidence,
});
