import { Select } from "@shopify/polaris";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";

export type Macro = { id: string; title: string; body: string; language: string | null };
type Given = { macros: Macro[]; language: string; disabled: boolean; onInsert: (body: string) => void };

/** Puts a macro's words in, those in the message's language first. */
export function MacroField({ macros, language, disabled, onInsert }: Given) {
  const say = useWords();
  if (macros.length === 0) return null;
  const isOwn = (one: Macro) => one.language === null || one.language.startsWith(language);
  const sorted = [...macros.filter((one) => isOwn(one)), ...macros.filter((one) => !isOwn(one))];
  return (
    <Select
      label={say("outgoing.macro.label")}
      labelHidden
      options={[
        { value: "", label: say("outgoing.macro.choose") },
        ...sorted.map((one) => ({
          value: one.id,
          label:
            isOwn(one) || one.language === null
              ? one.title
              : say("outgoing.macro.other", { title: one.title, language: languageLabel(say, one.language) }),
        })),
      ]}
      value=""
      disabled={disabled}
      onChange={(id) => {
        const macro = macros.find((one) => one.id === id);
        if (macro) onInsert(macro.body);
      }}
    />
  );
}
