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
import { gatherAgain } from "#app/care/draft/gather-again.server.ts";
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
  const message = conversation?.messages.find(({ id }) => id === row.messageId) ?? null;
  if (!conversation || (row.messageId !== null && !message)) return STALE;
  if (await hasWrittenAgain(tx, keys, { conversation, message, now: row.createdAt })) return STALE;
  // A day that it names from today must be today's, though the records are looked at as of when it was made.
  const input = await gatherAgain(tx, keys, { conversation, row, content });
  const unasked = row.messageId === null;
  const drafted = input && composeDraft(input);
  // Of what nobody asked for nothing may be left to tell.
  if (unasked && (!drafted || drafted.without)) return STALE;
  const { sentences, plan } = content;
  const made = drafted?.content;
  const because = made ? changedFacts(content, made) : [];
  const timeZone = input?.facts.shop.timeZone ?? "UTC";
  const facts = asProvenNow(knownFacts(content), made ? knownFacts(made) : []);
  const shopDomains = input?.shopDomains ?? [];
  const writer = input?.facts.writer ?? {
    proof: message?.proof ?? "none",
    email: message?.content.from.address ?? "",
    customerId: null,
  };
  const expected = [row.language, ...(input ? [input.reading.language] : [])];
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
        unasked,
        policies: input?.facts.policies ?? [],
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

/**
 * Whether somebody has said something since that the draft does not answer: since the message that it answers, or where it answers none
 * since it was made. What is only noise does not count.
 */
async function hasWrittenAgain(
  tx: Tx,
  keys: ShopKeys,
  { conversation, message, now }: { conversation: ReadConversation; message: ReadMessage | null; now: Date },
): Promise<boolean> {
  const since = conversation.messages.filter(
    ({ direction, automatic, at }) => direction === "in" && !automatic && at > (message?.at ?? now),
  );
  for (const { id } of since) {
    const reading = await readReading(tx, keys, { messageId: id, now });
    if (reading?.intent !== "spam_or_auto") return true;
  }
  return false;
}
