import { BlockStack, Select } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { ChoicesField } from "./choices-field.tsx";
import type { Person } from "./form-part.ts";
import { personOptions } from "./person-options.ts";
import { PersonSelect } from "./person-select.tsx";
import type { Assigning } from "./rule-draft.ts";

const WAYS = ["assign_in_turn", "assign_least_loaded", "assign"] as const;

type Given = {
  assign: Assigning;
  team: readonly Person[];
  error: string | undefined;
  onChange: (assign: Assigning) => void;
};

/** Who gets it: one person, or whoever's turn it is, or who has the fewest, of all or of some. */
export function AssignFields({ assign, team, error, onChange }: Given) {
  const say = useWords();
  return (
    <BlockStack gap="300">
      <Select
        label={say("triage.assign.how")}
        labelHidden
        options={WAYS.map((value) => ({ value, label: say(`triage.assign.${value}`) }))}
        value={assign.how}
        onChange={(how) => onChange({ ...assign, how: WAYS.find((way) => way === how) ?? "assign_in_turn" })}
      />
      {assign.how === "assign" ? (
        <PersonSelect
          label={say("triage.assign.to")}
          labelHidden
          team={team}
          value={assign.to}
          error={error}
          onChange={(to) => onChange({ ...assign, to })}
        />
      ) : (
        <ChoicesField
          label={say("triage.assign.among")}
          placeholder={say(assign.among.length === 0 ? "triage.assign.everybody" : "triage.assign.more")}
          help={say("triage.assign.among.help")}
          choices={personOptions(say, team)}
          values={assign.among}
          error={error}
          onChange={(among) => onChange({ ...assign, among })}
        />
      )}
    </BlockStack>
  );
}
