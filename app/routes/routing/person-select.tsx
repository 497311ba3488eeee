import { Select } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { Person } from "./form-part.ts";
import { personOptions } from "./person-options.ts";

type Given = {
  label: string;
  labelHidden?: boolean;
  team: readonly Person[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
};

/** One person of the team; who is named and left it is named so, until somebody else is. */
export function PersonSelect({ label, labelHidden = false, team, value, error, onChange }: Given) {
  const say = useWords();
  const known = value === "" || team.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      labelHidden={labelHidden}
      options={[
        { value: "", label: say("triage.choose") },
        ...(known ? [] : [{ value, label: say("triage.gone.person") }]),
        ...personOptions(say, team),
      ]}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
