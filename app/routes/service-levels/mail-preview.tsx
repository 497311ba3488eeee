import {
  Banner,
  BlockStack,
  Box,
  Button,
  InlineStack,
  Select,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import type { AutomaticMail } from "#app/care/review/preview-automatic.server.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel } from "#app/components/labels.ts";
import { useAsTyped } from "#app/components/use-as-typed.ts";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";

type Given = { kind: "receipt" | "csat"; fields: Fields; languages: readonly string[]; title: string };

/** The mail as a shopper would get it now, in one of the languages that we write in; asked for when somebody wants to see it. */
export function MailPreview({ kind, fields, languages, title }: Given) {
  const say = useWords();
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const [open, setOpen] = useState(false);
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="end">
        <Select
          label={say("levels.preview.language")}
          options={languages.map((value) => ({ value, label: languageLabel(say, value) }))}
          value={language}
          onChange={setLanguage}
        />
        {open ? null : (
          <Button
            onClick={() => setOpen(true)}
            accessibilityLabel={say("levels.preview.showOf", { what: title })}
          >
            {say("levels.preview.show")}
          </Button>
        )}
      </InlineStack>
      <div aria-live="polite">{open ? <Shown kind={kind} fields={fields} language={language} /> : null}</div>
    </BlockStack>
  );
}

function Shown({ kind, fields, language }: Pick<Given, "kind" | "fields"> & { language: string }) {
  const say = useWords();
  const asked = JSON.stringify({ kind, language, fields });
  const { state, last: mail } = useAsTyped<AutomaticMail>("/settings/service-levels/preview", asked);
  if (state === "wrong") return <Banner tone="info">{say("levels.preview.wrong")}</Banner>;
  if (state === "lost" && !mail) return <Banner tone="warning">{say("levels.preview.lost")}</Banner>;
  if (!mail) return <SkeletonBodyText lines={6} />;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="400">
      <BlockStack gap="300">
        <Text as="p" fontWeight="medium">
          <BidiText>{mail.subject}</BidiText>
        </Text>
        {[mail.text, mail.makerLine, mail.footer].filter(Boolean).map((part) => (
          <div key={part} lang={language} className="attune-level-mail">
            <BidiText lines>{part}</BidiText>
          </div>
        ))}
      </BlockStack>
    </Box>
  );
}
