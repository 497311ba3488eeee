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
          The translation could not be loaded.
        </Text>
        <Button variant="plain" onClick={onAgain}>
          Try again
        </Button>
      </InlineStack>
    );
  if (!gloss) return null;
  if (!isTranslated(gloss))
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {`There is no translation of this draft into ${languageLabel(say, gloss.language)}.`}
      </Text>
    );
  return (
    <BlockStack gap="100">
      <InlineStack>
        <Button variant="plain" onClick={() => onSwitch(!on)}>
          {on ? "Hide translation" : "Show translation"}
        </Button>
      </InlineStack>
      {on && gloss.sentences.some((one) => one.text !== null && !one.exact) ? (
        <Text as="p" variant="bodySm" tone="subdued">
          Claude translated the sentences that it wrote itself, and may be wrong. The others are exact.
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** One sentence in a language the reviewer reads, with who translated it where that was not Attune, or that there is no translation of it. */
export function Gloss({ language, shown }: { language: string; shown: ShownSentence }) {
  const say = useWords();
  if (shown.text === null)
    return (
      <span className="attune-gloss" lang="en" dir="auto">
        {shown.why === "unchecked"
          ? "No translation of this sentence could be checked."
          : `There is no translation of this sentence into ${languageLabel(say, language)}.`}
      </span>
    );
  const into = shown.language === language ? "" : ` into ${languageLabel(say, shown.language)}`;
  return (
    <span className="attune-gloss" lang={shown.language} dir="auto">
      {shown.text}
      {shown.exact ? null : (
        <span className="attune-gloss-maker" lang="en">{` (translated${into} by Claude)`}</span>
      )}
    </span>
  );
}
