import { useAppBridge } from "@shopify/app-bridge-react";
import { useSyncExternalStore } from "react";
import type { ShownGloss } from "#app/care/draft/read-gloss.server.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useAnswer } from "./use-answer.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;

const base = (language: string) => language.toLowerCase().split("-")[0];

/** It stays what it is while the screen is open. */
const never = () => () => undefined;

/** The language the reviewer has the Shopify admin in; null until the browser has said so. */
function useReviewerLanguage(): string | null {
  const shopify = useAppBridge();
  return useSyncExternalStore(
    never,
    () => shopify.config.locale ?? "en",
    () => null,
  );
}

/** The reviewer's language where it is another than this one (BCP 47), which may be unknown; else null. */
export function useOtherLanguage(language: string | null): string | null {
  const reviewer = useReviewerLanguage();
  const told = reviewer !== null && language !== null && language !== "und";
  return told && base(reviewer) !== base(language) ? reviewer : null;
}

/**
 * A draft in the reviewer's language, sentence by sentence; `wanted` false where they read its own. A reviewer whose language has no
 * catalogue gets English.
 */
export function useGloss(conversationId: string, draft: Pick<Draft, "id" | "language">) {
  const reviewer = useOtherLanguage(draft.language);
  const query = `language=${encodeURIComponent(reviewer ?? "")}`;
  const { data, failed, again } = useAnswer<ShownGloss>(
    reviewer && `/inbox/${conversationId}/drafts/${draft.id}/gloss?${query}`,
  );
  return { wanted: reviewer !== null && data?.language !== base(draft.language), gloss: data, failed, again };
}
