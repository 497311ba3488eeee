import { changedFacts, citesAnotherDay } from "#app/care/draft/changed-facts.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import {
  citedFacts,
  knownFacts,
  type Check,
  type DraftContent,
  type Fact,
  type FactChange,
} from "#app/care/draft/draft.ts";
import { answerDayIsOver } from "#app/care/draft/facts/answer-by.ts";
import { findForeignData } from "#app/care/draft/foreign-data.server.ts";
import { localDay } from "#app/care/draft/format-value.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { prepareGuard, type Guard } from "#app/care/draft/guard.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import {
  readConversation,
  type ReadConversation,
  type ReadMessage,
} from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type LookedAgain = {
  /** True when the records no longer say what the draft cites, whether or not that was noticed before. */
  stale: boolean;
  /** What changed; nothing where the shopper has written again. */
  because: FactChange[];
  /** The guard for what a person makes of the draft: the same rules and facts, the writer's own proof. */
  guard: () => Promise<Guard>;
  /** Other people's data in a text, whoever wrote it, as the records are in that transaction. */
  foreign: (tx: Tx, text: string) => Promise<Check[]>;
};

const STALE: LookedAgain = {
  ...{ stale: true, because: [] },
  guard: async () => ({ check: () => [] }),
  foreign: async () => [],
};

/** The last look at a draft's facts, at the moment it is approved: a webhook may be mirrored and its drafts not refreshed yet. */
export async function lookAgain(
  tx: Tx,
  keys: ShopKeys,
  { row, content, at }: LockedDraft & { at: Date },
): Promise<LookedAgain> {
  const conversation = await readConversation(tx, keys, row.conversationId);
  const message = conversation?.messages.find(({ id }) => id === row.messageId);
  if (!conversation || !message) return STALE;
  if (await hasWrittenAgain(tx, keys, { conversation, message, now: row.createdAt })) return STALE;
  // As of when it was made: only the records can differ then, not the time of day. A day that it names from today must be today's.
  const gathered = await gather(tx, keys, { conversation, message, now: row.createdAt, hint: content.hint });
  const { sentences, plan } = content;
  const made = gathered && composeDraft(gathered.input).content;
  const because = made ? changedFacts(content, made) : [];
  const timeZone = gathered?.input.facts.shop.timeZone ?? "UTC";
  const facts = asProvenNow(knownFacts(content), made ? knownFacts(made) : []);
  const shopDomains = gathered?.input.shopDomains ?? [];
  const writer = gathered?.input.facts.writer ?? {
    proof: message.proof,
    email: message.content.from.address,
    customerId: null,
  };
  const expected = [row.language, ...(gathered ? [gathered.reading.language] : [])];
  return {
    stale: because.length > 0 || hasPassed(content, { at, timeZone }),
    because,
    guard: async () => {
      // What tells languages is large: it is read where somebody has edited, not where every screen is served.
      const { detectLanguage } = await import("#app/care/understand/detect-language.ts");
      return prepareGuard({
        facts,
        sentences,
        plan,
        proof: writer.proof,
        shopDomains,
        policies: gathered?.input.facts.policies ?? [],
        language: { expected, languageOf: detectLanguage },
      });
    },
    foreign: (transaction, text) => findForeignData(transaction, keys, { text, writer, shopDomains }),
  };
}

/** Whether time alone made untrue what a draft says: a day by which an answer was promised, or "yesterday". */
const hasPassed = (content: DraftContent, { at, timeZone }: { at: Date; timeZone: string }): boolean =>
  answerDayIsOver(citedFacts(content), { at, timeZone }) ||
  citesAnotherDay(content, localDay(at.toISOString(), timeZone));

/** The draft's facts with what the writer has proven of their orders by now: an account may have another address since. */
function asProvenNow(facts: Fact[], now: Fact[]): Fact[] {
  const proofs = new Map(now.map(({ id, proof }) => [id, proof]));
  return facts.map((fact) =>
    fact.proof === undefined ? fact : { ...fact, proof: proofs.get(fact.id) ?? "none" },
  );
}

/** Whether the shopper has said something since that the draft does not answer. What is only noise does not count. */
async function hasWrittenAgain(
  tx: Tx,
  keys: ShopKeys,
  { conversation, message, now }: { conversation: ReadConversation; message: ReadMessage; now: Date },
): Promise<boolean> {
  const newest = conversation.messages.findLast(
    ({ direction, automatic }) => direction === "in" && !automatic,
  );
  if (!newest || newest.id === message.id || newest.at <= message.at) return false;
  const reading = await readReading(tx, keys, { messageId: newest.id, now });
  return reading?.intent !== "spam_or_auto";
}
