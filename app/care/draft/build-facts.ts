import type { Fact } from "#app/care/draft/draft.ts";
import { ANSWER_BY, answerByFact } from "#app/care/draft/facts/answer-by.ts";
import type { IssueSheet } from "#app/care/draft/facts/issue-facts.ts";
import { localeFor, type Format } from "#app/care/draft/format-value.ts";
import {
  knowledgeFacts,
  type DraftPassage,
  type KnowledgeFact,
} from "#app/care/draft/facts/knowledge-facts.ts";
import { staffFacts, type SaidFact } from "#app/care/draft/facts/staff-facts.ts";
import { messageFacts } from "#app/care/draft/facts/message-facts.ts";
import { orderFacts, type OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { RaisedSheet } from "#app/care/draft/facts/raised-facts.ts";
import { unaskedFacts, type ToldSheet } from "#app/care/draft/facts/unasked-facts.ts";
import { spokenOfIn, type IssueToTell, type WroteFirst } from "#app/care/draft/issue-to-tell.ts";
import type { Raised } from "#app/care/draft/raised.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { policyFacts, type DraftPolicy } from "#app/care/draft/facts/policy-facts.ts";
import { belongsTo, levelFor, proves, type Writer } from "#app/care/understand/prove-orders.ts";
import type { Intent, RiskFlag } from "#app/care/understand/reading.ts";

export type FactInput = {
  /** The language of the reply, one that the composer writes. */
  language: string;
  intent: Intent;
  /** What they ask besides. */
  also?: Intent[] | undefined;
  riskFlags: RiskFlag[];
  writer: Writer;
  message: {
    id: string;
    contactName: string;
    attachments: number;
    /** The message that brought the files, where it is an earlier one. */
    attachmentsIn?: string | undefined;
    /** Where the name is known from, where nobody wrote: the order. */
    namedBy?: Fact["source"] | undefined;
  };
  orders: DraftOrder[];
  /** The problem that they are told of unasked. */
  issue?: IssueToTell | undefined;
  /** What they have to be told whether or not they ask, and the orders of it that the message is not about. */
  raised?: (Raised & { orders: DraftOrder[] }) | undefined;
  /** When the mirror learnt of each order and part; what is not in it has the order's own time of change. */
  mirroredAt?: ReadonlyMap<string, string> | undefined;
  policies: DraftPolicy[];
  /** What the shop has written about what they ask, best first. */
  knowledge?: DraftPassage[] | undefined;
  /** What they wrote: which sentences of a passage answer it. */
  text?: string | undefined;
  promises: { id: string; text: string }[];
  /** What our own message told that theirs answers: it was sent unasked. */
  wroteFirst?: WroteFirst | undefined;
  /** What people of the team added to the conversation. */
  said?: SaidFact[] | undefined;
  shop: {
    id: string;
    name: string;
    timeZone: string;
    /** How those who answer are called, where that is not the shop's name. */
    team?: string | undefined;
    answerWithinHours?: number | undefined;
    /** By when somebody of the team has taken it upon them to answer, of which the shopper knows nothing yet. */
    answerBy?: { id: string; dueAt: Date | null } | undefined;
  };
  now: Date;
};

/** What may be said: facts by id, and per order which facts stand for what. */
export type FactSheet = {
  facts: Fact[];
  /** Orders the writer is proven to own, best match first. */
  orders: OrderSheet[];
  ids: {
    name: string | null;
    firstName: string | null;
    attachments: string | null;
    handOver: string | null;
    /** What they ask about, where no record answers it. */
    topic: string | null;
    policyLink: string | null;
    policyWindow: string | null;
    /** Who answers, and by which day. */
    team: string | null;
    answerBy: string;
  };
  /** What has to be told unasked. */
  raised: RaisedSheet;
  /** The order problem that is told of; null in an answer. */
  issue: IssueSheet | null;
  /** What they know already because we wrote first; null where we did not. */
  told: ToldSheet | null;
  /** Passages of the shop's policies and articles about what they ask, best first; their facts have these ids. */
  knowledgeFacts: KnowledgeFact[];
  /** What people of the team want said in their words, in the order they said it. */
  teamsWords: string[];
  locale: string;
};

/**
 * The fact sheet of one reply, pure: the same records and the same `now` give the same sheet. Orders that are not the
 * writer's own leave no trace in it. Facts above the writer's proof are in it (the guard looks for them in edited text)
 * but no order sheet points to them.
 */
export function buildFacts(input: FactInput): FactSheet {
  const intents = [input.intent, ...(input.also ?? [])];
  const isTheirs = (order: DraftOrder) => belongsTo(order, input.writer);
  const own = input.orders.filter((order) => isTheirs(order));
  const besides = (input.raised?.orders ?? []).filter((order) => isTheirs(order));
  const locale = localeFor(input.language, own[0]?.locale);
  const format: Format = { locale, timeZone: input.shop.timeZone, now: input.now };
  const sheetOf = (order: DraftOrder) =>
    orderFacts(order, {
      format,
      intents,
      proof: levelFor(order, input.writer),
      mirroredAt: input.mirroredAt ?? new Map(),
      spokenOf: order.id === input.issue?.orderId ? spokenOfIn(input.issue.subject) : undefined,
    });
  const sheets = own.map((order) => sheetOf(order));
  const others = besides.map((order) => sheetOf(order));
  const about = [...messageFacts(input), answerByFact(input.shop, format)];
  const known = (id: string) => (about.some((fact) => fact.id === id) ? id : null);
  const policy = policyFacts(input.policies, { intents, now: input.now });
  const knowledge = knowledgeFacts(input.knowledge ?? [], {
    intent: input.intent,
    text: input.text ?? "",
    language: input.language,
  });
  const said = staffFacts(input.said ?? [], {
    language: input.language,
    proof: input.writer.proof,
    proofs: new Map(sheets.map(({ sheet }) => [sheet.orderId, sheet.proof])),
  });
  const proven = (of: typeof sheets) =>
    of.filter(({ sheet }) => proves(sheet.proof, "address_match")).map(({ sheet }) => sheet);
  const ofOrders = [...sheets, ...others].flatMap(({ facts }) => facts);
  const orders = {
    meant: proven(sheets),
    all: proven([...sheets, ...others]),
    records: own,
    facts: ofOrders,
  };
  const { facts: unasked, ...told } = unaskedFacts(input, { format, orders });
  return {
    facts: [...about, ...ofOrders, ...policy.facts, ...knowledge.facts, ...unasked, ...said.facts],
    orders: proven(sheets),
    ...told,
    ids: {
      name: known("message:name"),
      firstName: known("message:first-name"),
      attachments: known("message:attachments"),
      handOver: known("message:flags"),
      topic: known("message:topic"),
      policyLink: policy.link,
      policyWindow: policy.window,
      team: known("shop:team") ?? known("shop:name"),
      answerBy: ANSWER_BY,
    },
    knowledgeFacts: knowledge.known,
    teamsWords: said.quoted,
    locale,
  };
}
