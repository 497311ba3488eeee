import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useRef } from "react";
import { languageLabel } from "#app/components/labels.ts";
import { macroFieldLabel } from "#app/components/macro-words.ts";
import { useWords } from "#app/components/words.tsx";
import { macroFields } from "#app/voice/fill-macro.ts";
import { LONGEST_MACRO_TEXT } from "#app/voice/macro.ts";

type Written = { language: string; body: string };
type Given = {
  texts: readonly Written[];
  languages: readonly string[];
  errors: Readonly<Record<string, string>>;
  onChange: (texts: Written[]) => void;
};

/** What a macro says, in each language that it is written in, with the placeholders that records fill. */
export function MacroTexts({ texts, languages, errors, onChange }: Given) {
  const say = useWords();
  const cards = useRef<HTMLDivElement>(null);
  const left = languages.filter((tag) => texts.every(({ language }) => language !== tag));
  const add = (language: string) => {
    if (!language) return;
    onChange([...texts, { language, body: "" }]);
    requestAnimationFrame(() =>
      cards.current?.querySelector<HTMLElement>(`[data-text="${language}"] textarea`)?.focus(),
    );
  };
  return (
    <div ref={cards}>
      <BlockStack gap="400">
        {texts.map((text) => (
          <div key={text.language} data-text={text.language}>
            <TextCard
              text={text}
              error={errors[`texts.${text.language}`]}
              onChange={(body) =>
                onChange(texts.map((one) => (one.language === text.language ? { ...one, body } : one)))
              }
              {...(texts.length > 1
                ? { onRemove: () => onChange(texts.filter(({ language }) => language !== text.language)) }
                : {})}
            />
          </div>
        ))}
        {errors["texts"] ? <InlineError message={errors["texts"]} fieldID="macro-texts" /> : null}
        {left.length > 0 ? (
          <Card>
            <Select
              label={say("macros.language.add")}
              helpText={say("macros.language.add.help")}
              options={[
                { value: "", label: say("macros.language.choose") },
                ...left.map((value) => ({ value, label: languageLabel(say, value) })),
              ]}
              value=""
              onChange={add}
            />
          </Card>
        ) : null}
      </BlockStack>
    </div>
  );
}

type TextGiven = {
  text: Written;
  error: string | undefined;
  onChange: (body: string) => void;
  onRemove?: () => void;
};

function TextCard({ text: { language, body }, error, onChange, onRemove }: TextGiven) {
  const say = useWords();
  const name = languageLabel(say, language);
  const area = useRef<HTMLDivElement>(null);
  const insert = (field: string) => {
    const input = area.current?.querySelector("textarea");
    if (!field || !input) return;
    const placed = `{{${field}}}`;
    // Where the cursor was when the field was left.
    const [from, to] = [input.selectionStart, input.selectionEnd];
    onChange(body.slice(0, from) + placed + body.slice(to));
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(from + placed.length, from + placed.length);
    });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {name}
          </Text>
          {onRemove ? (
            <Button
              variant="tertiary"
              tone="critical"
              onClick={onRemove}
              accessibilityLabel={say("macros.text.removeOf", { language: name })}
            >
              {say("action.remove")}
            </Button>
          ) : null}
        </InlineStack>
        <div ref={area}>
          <TextField
            label={say("macros.text", { language: name })}
            labelHidden
            value={body}
            onChange={onChange}
            error={error}
            helpText={say("macros.text.help")}
            multiline={6}
            autoComplete="off"
            maxLength={LONGEST_MACRO_TEXT}
            showCharacterCount
          />
        </div>
        <Select
          label={say("macros.insert", { language: name })}
          labelHidden
          options={[
            { value: "", label: say("macros.insert.choose") },
            ...macroFields.map((value) => ({ value, label: macroFieldLabel(say, value) })),
          ]}
          value=""
          onChange={insert}
        />
      </BlockStack>
    </Card>
  );
}
