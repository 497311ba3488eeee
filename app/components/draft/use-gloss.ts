import { useAppBridge } from "@shopify/app-bridge-react";
import { useSyncExternalStore } from "react";
import type { ShownGloss } from "#app/care/draft/gloss.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";
import { useAnswer } from "./use-answer.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;

/** `pt-BR` → `pt`: who reads the one reads the other. */
const base = (language: string) => language.toLowerCase().split("-")[0];

/** It stays what it is while the screen is open. */
const never = () => () => undefined;

/** The language the reviewer has the Shopify admin in; the page's own until the browser has said so. */
export function useReviewerLanguage(): string {
  const shopify = useAppBridge();
  const { tag } = useWords();
  return useSyncExternalStore(
    never,
    () => shopify.config.locale ?? "en",
    () => tag,
  );
}

/** Whether a text in this language (BCP 47), which may be unknown, is in another than the reviewer's. */
export const isForeign = (language: string | null, reviewer: string): boolean =>
  language !== null && language !== "und" && base(reviewer) !== base(language);

/**
 * A draft in the reviewer's language, sentence by sentence; `wanted` false where they read its own. A reviewer whose language has no
 * catalogue gets English.
 */
export function useGloss(conversationId: string, draft: Pick<Draft, "id" | "language">) {
  const reviewer = useReviewerLanguage();
  const foreign = isForeign(draft.language, reviewer);
  const query = `language=${encodeURIComponent(reviewer)}`;
  const { data, failed, again } = useAnswer<ShownGloss>(
    foreign ? `/inbox/${conversationId}/drafts/${draft.id}/gloss?${query}` : null,
  );
  return { wanted: foreign && data?.language !== base(draft.language), gloss: data, failed, again };
}
