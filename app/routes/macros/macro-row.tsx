import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel, listed } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { Macro } from "#app/voice/macro.ts";

/** One macro: its name, how it begins, the languages it is written in, and what its use does. */
export function MacroRow({ macro: { id, name, texts, tags, closes } }: { macro: Macro }) {
  const say = useWords();
  const languages = Object.keys(texts);
  // In the reader's own language, where it is written in it.
  const own = say.tag.split("-")[0] ?? "en";
  const shown = texts[own] ?? texts["en"] ?? Object.values(texts)[0];
  return (
    <li className="attune-macro">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            <Link url={`/settings/macros/${id}`} removeUnderline>
              <BidiText>{name}</BidiText>
            </Link>
          </Text>
          {languages.map((language) => (
            <Badge key={language}>{languageLabel(say, language)}</Badge>
          ))}
          {tags.length > 0 ? (
            <Badge tone="info">{say("macros.tagged", { tags: listed(say, tags) })}</Badge>
          ) : null}
          {closes ? <Badge tone="info">{say("macros.closing")}</Badge> : null}
        </InlineStack>
        <div className="attune-macro-text">
          <Text as="p" tone="subdued">
            <BidiText>{shown ?? ""}</BidiText>
          </Text>
        </div>
      </BlockStack>
    </li>
  );
}
