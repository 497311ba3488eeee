import type { AddressForm } from "#app/care/draft/address-form.ts";
import {
  composedLanguage,
  type ComposedLanguage,
  type MessageKey,
} from "#app/care/draft/catalogue/catalogue.ts";
import type { Drafted, DraftInput } from "#app/care/draft/compose-draft.ts";
import type { Approach, Fact, Plan, Sentence } from "#app/care/draft/draft.ts";
import { orderOf } from "#app/care/draft/guard/prepared-fact.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import { optionIds, type OptionId } from "#app/care/draft/options/option-rule.ts";
import type { Step } from "#app/care/draft/plan-step.ts";
import { asCompared } from "#app/care/draft/wording.ts";
import { bounded } from "#app/care/understand/bounded.ts";
import { withoutIdentifiers } from "#app/care/understand/without-identifiers.ts";

/** A fact under a short name. `shown`: what the model is told of its value; null: it only knows that there is one. */
export type OfferedFact = { id: string; key: string; fact: Fact; shown: string | null };

/** A sentence in the shop's own words, which the model places and never writes; `say` is null where it is none of the composer's. */
export type FixedSentence = { id: string; say: MessageKey | null; sentence: Sentence; required: boolean };

/** Something to say in the model's own words: the composer's message and sentence and, by short ids, the facts that it rests on. */
export type ToSay = { say: MessageKey; sentence: Sentence; facts: string[]; optional: boolean };

/** All that a model is told of one message, and what its answer is held against. Nothing in it is above the writer's proof. */
export type Brief = {
  language: ComposedLanguage;
  /** In which language the model says its own sentences again, for the reviewer; null where that is the reply's. */
  gloss: ComposedLanguage | null;
  form: AddressForm;
  approach: Approach;
  /** The emotion that the reading is sure of. */
  feeling: string | null;
  hint: string | null;
  /** What the shopper wrote, bounded, without what names a person, an order or a payment. */
  text: string;
  facts: OfferedFact[];
  say: ToSay[];
  fixed: FixedSentence[];
  /** What must be told, by short ids: the facts that the composer's words hold. */
  mustTell: string[];
  options: { id: OptionId; cites: string[] }[];
  /** Greeting and close are the composer's. */
  frame: { before: Sentence[]; after: Sentence[] };
  shop: { name: string; team: string; policies: { title: string; body: string }[] };
  /** What the shop's people approved: sentences that it never says, as they are compared, and whether it is never loud. */
  wording: { neverSay: string[]; noExclamation: boolean };
};

/** Where a person takes over or a writer has shown nothing, the words are the shop's own: no model is asked for others. */
const WRITES: ReadonlySet<Approach> = new Set(["answer", "ask", "brief"]);

const LONGEST_TEXT = 3_000;
const LONGEST_HINT = 300;
const MOST_FACTS = 60;

/** What a model is told to write one draft, pure; null where none is asked. */
export function briefFor(input: DraftInput, drafted: Drafted): Brief | null {
  const { content, language, form, steps } = drafted;
  const { plan } = content;
  if (drafted.without || !WRITES.has(plan.approach) || input.text.trim() === "") return null;
  // What has to be told unasked is told in words that were weighed once, for everybody alike.
  if (content.purpose !== "answer" || plan.raises) return null;
  const placed = steps.flatMap((step, at) => {
    const sentence = content.sentences[at];
    return sentence ? [{ step, sentence }] : [];
  });
  const own = placed.flatMap(({ step, sentence }) => (step && isOwn(step) ? [{ step, sentence }] : []));
  const options = choices(plan);
  const facts = offeredFacts(content.facts, [
    ...own.flatMap(({ sentence }) => sentence.cites),
    ...options.flatMap(({ cites }) => cites),
  ]);
  const shortOf = new Map(facts.map(({ id, fact }) => [fact.id, id]));
  const short = (ids: string[]) => ids.flatMap((id) => shortOf.get(id) ?? []);
  const say = own.map(({ step, sentence }) => ({
    say: step.say,
    sentence,
    facts: short(sentence.cites),
    optional: step.optional === true,
  }));
  const glossIn = composedLanguage(input.glossIn);
  // Where nothing rests on a record there is nothing to say better.
  if (say.every((one) => one.facts.length === 0)) return null;
  return {
    language,
    gloss: glossIn === language ? null : glossIn,
    form,
    approach: plan.approach,
    feeling: plan.neutral ? null : plan.emotion,
    hint: hintOf(input),
    text: withoutIdentifiers(bounded(input.text), input.facts.message.contactName).slice(0, LONGEST_TEXT),
    facts,
    say,
    fixed: placed
      .filter(
        ({ step, sentence: { stage } }) =>
          stage !== "greeting" && stage !== "close" && !(step && isOwn(step)),
      )
      .map(({ step, sentence }, at) => ({
        id: `s${at + 1}`,
        say: step?.say ?? null,
        sentence,
        required: !step?.optional,
      })),
    mustTell: mustTell(own, facts),
    options: options.map(({ id, cites }) => ({ id, cites: short(cites) })),
    frame: {
      before: content.sentences.filter(({ stage }) => stage === "greeting"),
      after: content.sentences.filter(({ stage }) => stage === "close"),
    },
    shop: {
      name: input.facts.shop.name,
      team: input.facts.shop.team ?? "",
      policies: input.facts.policies.map(({ title, body }) => ({ title, body })),
    },
    wording: wordingFor(input, language),
  };
}

function wordingFor({ rules }: DraftInput, language: ComposedLanguage): Brief["wording"] {
  const said = (rules?.neverSay ?? []).filter((one) => one.language === language);
  return {
    neverSay: said.map(({ text }) => asCompared(text)),
    noExclamation: rules?.noExclamation ?? false,
  };
}

/** What the reviewer asks for, and what the shop's people always want of a draft; greeting and close have their own words already. */
function hintOf({ hint, rules }: DraftInput): string | null {
  const wanted = [
    hint ? withoutIdentifiers(bounded(hint)).slice(0, LONGEST_HINT) : null,
    rules?.shorter ? "keep it short" : null,
    rules?.noExclamation ? "no exclamation marks" : null,
  ];
  return wanted.filter(Boolean).join("; ") || null;
}

/** What happened and what is true is told in the model's words; what comes next, asks or binds is the shop's. */
const isOwn = ({ stage, kind }: Step): boolean =>
  (stage === "name" || stage === "answer") && kind !== "promise" && kind !== "question" && kind !== "policy";

/** What the shopper may choose. What binds the team is the plan's to offer, in the shop's own words. */
function choices({ options, offered = [] }: Plan): { id: OptionId; cites: string[] }[] {
  return options.flatMap(({ id, cites }) => {
    const option = optionIds.find((one) => one === id);
    return !option || optionRules[option].commits || offered.includes(id) ? [] : [{ id: option, cites }];
  });
}

/** The values that stand in what the composer must say. */
function mustTell(own: { step: Step; sentence: Sentence }[], facts: readonly OfferedFact[]): string[] {
  const told = own.filter(({ step }) => !step.optional).map(({ sentence }) => sentence);
  return facts
    .filter(({ fact, shown }) =>
      told.some(({ text, cites }) => shown === null && cites.includes(fact.id) && text.includes(fact.value)),
    )
    .map(({ id }) => id);
}

/** Values that say nothing of a person and that no placeholder can stand for: a status, and the shop's own published words. */
function shownOf({ kind, raw, value, source }: Fact): string | null {
  if (kind === "status") return A_STATUS.test(raw) ? raw : "other";
  return kind === "text" && PUBLISHED.has(source.entity) ? value : null;
}

/** Anything else in a carrier's or Shopify's field is no status, and may be words to a model. */
const A_STATUS = /^[a-z]+(?:[_ ][a-z]+){0,4}$/iu;
const PUBLISHED: ReadonlySet<string> = new Set(["policy", "article"]);
/** What the shop's own sentences say: how somebody is called, who answers and by when; and what was promised before. */
const KEPT_BACK: ReadonlySet<string> = new Set(["message", "promise", "shop"]);

/** What the model's own words may rest on: what the composer's do, how long ago that was, and what the shop has written about it. */
function offeredFacts(facts: readonly Fact[], cited: readonly string[]): OfferedFact[] {
  const rests = new Set(cited);
  const base = ({ id }: Fact) => [id.replace(/(?:Ago|In)$/u, ""), id.replace(/Ago$/u, "At")];
  const offered = facts.filter(
    (fact) =>
      fact.kind !== "email" &&
      !KEPT_BACK.has(fact.source.entity) &&
      !fact.id.endsWith(":address") &&
      (rests.has(fact.id) ||
        (fact.on !== undefined && base(fact).some((id) => rests.has(id))) ||
        (fact.kind === "text" && PUBLISHED.has(fact.source.entity))),
  );
  const orders = [...new Set(offered.flatMap((fact) => orderOf(fact) ?? []))];
  return offered.slice(0, MOST_FACTS).map((fact, at) => ({
    id: `f${at + 1}`,
    key: keyOf(fact, orders),
    fact,
    shown: shownOf(fact),
  }));
}

/** Whose it is and what: `carrier`, of the second order `2.carrier`, of a policy `refund policy days`. */
function keyOf(fact: Fact, orders: readonly string[]): string {
  const order = orderOf(fact);
  const key = fact.id.slice(fact.id.lastIndexOf(":") + 1);
  if (order !== null) return orders.length > 1 ? `${orders.indexOf(order) + 1}.${key}` : key;
  return PUBLISHED.has(fact.source.entity) ? fact.label : key;
}
