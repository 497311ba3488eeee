import { Button, Select } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useWords } from "#app/components/words.tsx";
import { conditionKinds, type Condition } from "#app/care/triage/rule.ts";
import { ConditionValue } from "./condition-value.tsx";
import { blankCondition, howOf, howsOf, withHow } from "./rule-draft.ts";

type Given = {
  condition: Condition;
  /** Its place among the conditions, from one. */
  place: number;
  error: string | undefined;
  currency: string;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

/** One condition: what is looked at, whether it is to be so or not, and what it is to be. */
export function ConditionRow({ condition, place, error, currency, onChange, onRemove }: Given) {
  const say = useWords();
  return (
    <li className="attune-condition">
      <Select
        label={say("triage.condition.what", { place })}
        labelHidden
        options={conditionKinds.map((value) => ({ value, label: say(`triage.condition.${value}`) }))}
        value={condition.on}
        onChange={(on) => {
          const kind = conditionKinds.find((one) => one === on);
          if (kind) onChange(blankCondition(kind, currency));
        }}
      />
      <Select
        label={say("triage.condition.how", { place })}
        labelHidden
        options={howsOf(condition).map((value) => ({ value, label: say(`triage.how.${value}`) }))}
        value={howOf(condition)}
        onChange={(how) => onChange(withHow(condition, how))}
      />
      <div className="attune-condition-value">
        <ConditionValue condition={condition} place={place} error={error} onChange={onChange} />
      </div>
      <Button
        icon={DeleteIcon}
        variant="tertiary"
        accessibilityLabel={say("triage.condition.remove", { place })}
        onClick={onRemove}
      />
    </li>
  );
}
