import type { Fact } from "#app/care/draft/draft.ts";
import { quoteOf } from "#app/care/draft/facts/quote-of.ts";
import { commonWords } from "#app/care/understand/common-words.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** A passage of a policy or an article that speaks of what the message asks (voice/find-knowledge.server.ts). */
export type DraftPassage = {
  id: string;
  sourceKind: string;
  sourceId: string;
  /** An article's; a policy does not say its own. */
  language?: string | null | undefined;
  title: string;
  heading: string;
  body: string;
  mirroredAt: Date;
  clear: boolean;
};

/** What a plan may do with a passage: quote it where it is the clear answer, else only show it to the reviewer. */
export type KnowledgeFact = {
  id: string;
  clear: boolean;
  /** The fact that holds its sentences about what they ask; null where it is not clear, not in the reply's language or too long. */
  quote: string | null;
};

const ASKS_NOTHING: ReadonlySet<Intent> = new Set(["praise", "spam_or_auto"]);

/** Passages as facts, in their own words, and what of the clear one answers the question. Policies and articles are public: they need no proof. */
export function knowledgeFacts(
  passages: DraftPassage[],
  asked: { intent: Intent; text: string; language: string },
): { facts: Fact[]; known: KnowledgeFact[] } {
  const found = ASKS_NOTHING.has(asked.intent) ? [] : passages;
  const each = found.map((passage) => {
    const fact = factOf(passage);
    const { title, heading, body, clear } = passage;
    const words =
      clear && isIn(asked.language, passage) ? quoteOf(body, asked.text, `${title} ${heading}`) : null;
    const quote = words === null ? null : { ...fact, id: `${fact.id}:quote`, value: words, raw: words };
    return { fact, quote, clear };
  });
  return {
    facts: each.flatMap(({ fact, quote }) => (quote ? [fact, quote] : [fact])),
    known: each.map(({ fact, quote, clear }) => ({ id: fact.id, clear, quote: quote?.id ?? null })),
  };
}

function factOf({ id, sourceKind, sourceId, title, heading, body, mirroredAt }: DraftPassage): Fact {
  return {
    id,
    label: heading ? `${title}: ${heading}` : title,
    value: body,
    kind: "text",
    raw: body,
    source: { entity: sourceKind, id: sourceId, field: "body" },
    observedAt: mirroredAt.toISOString(),
    needs: "none",
  };
}

/** Whether a passage is in the language of the reply; a policy's is told by its words. */
function isIn(reply: string, { language, body }: DraftPassage): boolean {
  if (language) return language.toLowerCase().split("-")[0] === reply;
  const words = commonWords(body);
  return words.language === reply && words.count > words.others;
}
