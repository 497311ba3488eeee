import { Button, InlineStack, Text } from "@shopify/polaris";
import type { ShownGloss } from "#app/care/draft/read-gloss.server.ts";
import { languageLabel } from "#app/components/labels.ts";

export const isTranslated = (gloss: ShownGloss | null) =>
  gloss?.sentences.some((text) => text !== null) ?? false;

type Given = {
  gloss: ShownGloss | null;
  failed: boolean;
  on: boolean;
  onAgain: () => void;
  onSwitch: (on: boolean) => void;
};

/** Shows or hides the translation; says so where there is none, or it was not reached. */
export function GlossSwitch({ gloss, failed, on, onAgain, onSwitch }: Given) {
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
        {`There is no translation of this draft into ${languageLabel(gloss.language)}.`}
      </Text>
    );
  return (
    <InlineStack>
      <Button variant="plain" onClick={() => onSwitch(!on)}>
        {on ? "Hide translation" : "Show translation"}
      </Button>
    </InlineStack>
  );
}

/** One sentence in the reviewer's language, or that there is no translation of it. */
export function Gloss({ language, text }: { language: string; text: string | null }) {
  return (
    <span className="attune-gloss" lang={text ? language : "en"} dir="auto">
      {text ?? `There is no translation of this sentence into ${languageLabel(language)}.`}
    </span>
  );
}
