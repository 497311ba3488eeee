import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { Translation } from "#app/care/draft/translate/translation.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel } from "#app/components/labels.ts";
import { isForeign } from "#app/components/draft/use-gloss.ts";
import { useTranslate, type Translations } from "./use-translations.ts";
import type { Say } from "#app/words/say.ts";
import { useWords } from "#app/components/words.tsx";

/** Said plainly above the thread to who does not read the shopper's language: what is translated here, and what is not. */
export function TranslationNotice({
  language,
  translations,
}: {
  language: string | null;
  translations: Translations;
}) {
  const say = useWords();
  const { reviewer, data, failed, again } = translations;
  if (language === null || !isForeign(language, reviewer)) return null;
  // Nothing below it moves when it is known.
  const waits = !data && !failed;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="p" variant="bodySm" tone="subdued">
        <span className={waits ? "attune-waits" : undefined} aria-hidden={waits}>
          {say(`conversation.translation.${data?.offered ?? (waits ? "no_model" : "unknown")}`, {
            language: languageLabel(say, language),
          })}
        </span>
      </Text>
      {failed ? (
        <Button variant="plain" onClick={again}>
          {say("action.tryAgain")}
        </Button>
      ) : null}
    </InlineStack>
  );
}

/** A message in the reviewer's language, beneath its original: asked for, shown, hidden, or why there is none. */
export function MessageTranslation({ id, translations }: { id: string; translations: Translations }) {
  const { conversationId, reviewer, data } = translations;
  const known = data?.messages[id];
  if (!known || !isForeign(known.language, reviewer)) return null;
  if (data.offered !== "by_model" && !known.translation) return null;
  return (
    <Translatable asked={{ conversationId, messageId: id, language: reviewer }} kept={known.translation} />
  );
}

type Given = { asked: Parameters<typeof useTranslate>[0]; kept: Translation | null };

function Translatable({ asked, kept }: Given) {
  const say = useWords();
  const { said, busy, translate } = useTranslate(asked);
  const [hidden, setHidden] = useState(false);
  const translation = said?.outcome === "translated" ? said.translation : kept;
  const shown = hidden ? null : translation;
  // One button in one place, so that who reached it by keyboard stays there.
  const label = busy
    ? "conversation.translation.busy"
    : translation === null
      ? "conversation.translation.translate"
      : shown
        ? "translation.hide"
        : "translation.show";
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button variant="plain" onClick={translation === null ? translate : () => setHidden(!hidden)}>
          {say(label)}
        </Button>
      </InlineStack>
      {shown ? <Paragraphs language={asked.language} paragraphs={shown.paragraphs} /> : null}
      <div aria-live="polite">
        <Text as="p" variant="bodySm" tone="subdued">
          {shown ? markOf(say, shown) : busy || said === null || hidden ? null : whyNot(say, said)}
        </Text>
      </div>
    </BlockStack>
  );
}

/** What it is: nobody checked it, and the original is what the shopper wrote. */
function markOf(say: Say, { paragraphs, cut }: Translation): string {
  const bracketed = paragraphs.some((one) => /\[[^\]]+\]/u.test(one));
  return say("conversation.translation.mark", { bracketed: String(bracketed), cut: String(cut) });
}

function whyNot(say: Say, said: NonNullable<ReturnType<typeof useTranslate>["said"]>): string | null {
  if (said.outcome === "translated") return null;
  return said.outcome === "not_translated"
    ? say(`conversation.untranslated.${said.why}`)
    : say("conversation.untranslated.noAnswer");
}

function Paragraphs({ language, paragraphs }: { language: string; paragraphs: string[] }) {
  return (
    <div className="attune-translation" lang={language}>
      <BidiText lines>{paragraphs.join("\n\n")}</BidiText>
    </div>
  );
}
