import { useRef, useState } from "react";
import type { ShownTranslations, Translated } from "#app/care/draft/translate/translation.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useAnswer, type Answer } from "#app/components/draft/use-answer.ts";
import { useReviewerLanguage } from "#app/components/draft/use-gloss.ts";

export type Translations = Answer<ShownTranslations> & {
  conversationId: string;
  /** The language the reviewer reads. */
  reviewer: string;
};

/** What is known of a conversation's messages in its reviewer's language: looked up when it opens, and anew once a newer message is read. */
export function useTranslations({ id, reading }: Pick<ConversationDetail, "id" | "reading">): Translations {
  const reviewer = useReviewerLanguage();
  const read = reading?.messageId;
  const query = new URLSearchParams({ language: reviewer, read: read ?? "" });
  const answer = useAnswer<ShownTranslations>(read ? `/inbox/${id}/translations?${query}` : null);
  return { ...answer, conversationId: id, reviewer };
}

type Asked = { conversationId: string; messageId: string; language: string };
type Said = Translated | { outcome: "unreachable" };

/** Has a message translated when it is asked to; a second click changes nothing while the first is under way. */
export function useTranslate(asked: Asked) {
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const translate = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setSaid(await ask(asked));
    setBusy(false);
    underWay.current = false;
  };
  return { said, busy, translate: () => void translate() };
}

async function ask({ conversationId, ...given }: Asked): Promise<Said> {
  try {
    const answer = await fetch(`/inbox/${conversationId}/translations`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    });
    if (!answer.ok) return { outcome: "unreachable" };
    const said: Translated = await answer.json();
    return said;
  } catch {
    return { outcome: "unreachable" };
  }
}
