import { BlockStack, Select } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { Chosen } from "#app/components/typed-list.tsx";

export type Choice = { value: string; label: string };

type Given = {
  label: string;
  labelHidden?: boolean;
  /** What the empty choice says: "Add an intent". */
  placeholder: string;
  help?: string;
  choices: readonly Choice[];
  values: readonly string[];
  error: string | undefined;
  onChange: (values: string[]) => void;
};

/** Several of many: each one that is chosen stands below, with a way to take it out again. */
export function ChoicesField(given: Given) {
  const { label, labelHidden = false, placeholder, help, choices, values, error, onChange } = given;
  const say = useWords();
  const left = choices.filter(({ value }) => !values.includes(value));
  const labelOf = (value: string) =>
    choices.find((one) => one.value === value)?.label ?? say("triage.gone.choice");
  return (
    <BlockStack gap="200">
      <Select
        label={label}
        labelHidden={labelHidden}
        helpText={help}
        error={error}
        options={[{ value: "", label: placeholder }, ...left]}
        value=""
        disabled={left.length === 0}
        onChange={(value) => {
          if (value) onChange([...values, value]);
        }}
      />
      <Chosen label={label} values={values} labelOf={labelOf} onChange={onChange} />
    </BlockStack>
  );
}
