import { BlockStack, Button, Tag, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "./words.tsx";

type Given = {
  label: string;
  labelHidden?: boolean;
  help?: string;
  values: readonly string[];
  error: string | undefined;
  /** One that is typed as it is kept; null where nothing is left of it. */
  asKept: (typed: string) => string | null;
  onChange: (values: string[]) => void;
};

/** Words or tags: typed and added by Enter, a comma or the button, each with a way to take it out again. */
export function TypedList({ label, labelHidden = false, help, values, error, asKept, onChange }: Given) {
  const say = useWords();
  const [typed, setTyped] = useState("");
  const add = (text = typed) => {
    const found = text.split(/[,、،\n]/u).flatMap((one) => asKept(one) ?? []);
    setTyped("");
    if (found.length > 0) onChange([...new Set([...values, ...found])]);
  };
  return (
    <BlockStack gap="200">
      {/* Enter adds; it does not save the page. */}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={label}
          labelHidden={labelHidden}
          value={typed}
          onChange={(text) => (/[,、،\n]$/u.test(text) ? add(text) : setTyped(text))}
          // What was typed is meant, though nobody pressed Enter.
          onBlur={() => add()}
          helpText={help}
          error={error}
          autoComplete="off"
          maxLength={300}
          connectedRight={
            <Button
              submit
              disabled={typed.trim() === ""}
              accessibilityLabel={say("triage.addTo", { field: label })}
            >
              {say("triage.add")}
            </Button>
          }
        />
      </form>
      <Chosen label={label} values={values} labelOf={(value) => value} onChange={onChange} />
    </BlockStack>
  );
}

type ChosenGiven = {
  label: string;
  values: readonly string[];
  labelOf: (value: string) => string;
  onChange: (values: string[]) => void;
};

/** What was chosen, each with a way to take it out again. */
export function Chosen({ label, values, labelOf, onChange }: ChosenGiven) {
  const say = useWords();
  if (values.length === 0) return null;
  return (
    <ul className="attune-list" aria-label={say("triage.chosen", { field: label })}>
      {values.map((value) => (
        <li key={value}>
          <Tag
            onRemove={() => onChange(values.filter((one) => one !== value))}
            accessibilityLabel={say("action.removeItem", { item: labelOf(value) })}
          >
            {labelOf(value)}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
