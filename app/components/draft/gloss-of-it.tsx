import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ShownGloss, ShownSentence } from "#app/care/draft/gloss.ts";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";

export const isTranslated = (gloss: ShownGloss | null) =>
  gloss?.sentences.some(({ text }) => text !== null) ?? false;

type Given = {
  gloss: ShownGloss | null;
  failed: boolean;
  on: boolean;
  onAgain: () => void;
  onSwitch: (on: boolean) => void;
};

/** Shows or hides the translation; says so where there is none, or it was not reached. */
export function GlossSwitch({ gloss, failed, on, onAgain, onSwitch }: Given) {
  const say = useWords();
  if (failed)
    return (
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" variant="bodySm" tone="subdued">
          {say("draft.gloss.failed")}
        </Text>
        <Button variant="plain" onClick={onAgain}>
          {say("action.tryAgain")}
        </Button>
      </InlineStack>
    );
  if (!gloss)
    return (
      <InlineStack>
        <Button variant="plain" disabled>
          {say("translation.hide")}
        </Button>
      </InlineStack>
    );
  if (!isTranslated(gloss))
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {say("draft.gloss.none", { language: languageLabel(say, gloss.language) })}
      </Text>
    );
  return (
    <BlockStack gap="100">
      <InlineStack>
        <Button variant="plain" onClick={() => onSwitch(!on)}>
          {say(on ? "translation.hide" : "translation.show")}
        </Button>
      </InlineStack>
      {on && gloss.sentences.some((one) => one.text !== null && !one.exact) ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("draft.gloss.byClaude")}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** Keeps the room of a sentence's translation until that is there, so that nothing moves under who reads. */
export const GlossToCome = ({ text }: { text: string }) => (
  <span className="attune-gloss attune-waits" aria-hidden>
    {text}
  </span>
);

/** One sentence in a language the reviewer reads, with who translated it where that was not Attune, or that there is no translation of it. */
export function Gloss({ language, shown }: { language: string; shown: ShownSentence }) {
  const say = useWords();
  if (shown.text === null)
    return (
      <span className="attune-gloss" lang={say.tag} dir="auto">
        {shown.why === "unchecked"
          ? say("draft.gloss.unchecked")
          : say("draft.gloss.noSentence", { language: languageLabel(say, language) })}
      </span>
    );
  return (
    <span className="attune-gloss" lang={shown.language} dir="auto">
      {shown.text}
      {shown.exact ? null : (
        <span className="attune-gloss-maker" lang={say.tag}>
          {" "}
          {shown.language === language
            ? say("draft.gloss.maker")
            : say("draft.gloss.makerInto", { language: languageLabel(say, shown.language) })}
        </span>
      )}
    </span>
  );
}
