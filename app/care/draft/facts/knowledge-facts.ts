import type { Fact } from "#app/care/draft/draft.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** A passage of a policy or an article that speaks of what the message asks (voice/find-knowledge.server.ts). */
export type DraftPassage = {
  id: string;
  sourceKind: string;
  sourceId: string;
  title: string;
  heading: string;
  body: string;
  mirroredAt: Date;
  clear: boolean;
};

/** What a plan may do with a passage: quote it where it is the clear answer, else only show it to the reviewer. */
export type KnowledgeFact = { id: string; clear: boolean };

const ASKS_NOTHING: ReadonlySet<Intent> = new Set(["praise", "spam_or_auto"]);

/** Passages as facts, in their own words. Policies and articles are public: they need no proof. */
export function knowledgeFacts(
  passages: DraftPassage[],
  intent: Intent,
): { facts: Fact[]; known: KnowledgeFact[] } {
  const asked = ASKS_NOTHING.has(intent) ? [] : passages;
  const facts = asked.map(({ id, sourceKind, sourceId, title, heading, body, mirroredAt }): Fact => ({
    id,
    label: heading ? `${title}: ${heading}` : title,
    value: body,
    kind: "text",
    raw: body,
    source: { entity: sourceKind, id: sourceId, field: "body" },
    observedAt: mirroredAt.toISOString(),
    needs: "none",
  }));
  return { facts, known: asked.map(({ id, clear }) => ({ id, clear })) };
}
