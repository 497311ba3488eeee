import { Box, Text, TextField } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { clocks, levelPriorities } from "#app/shop/service-level-settings.ts";
import type { TargetFields } from "./fields.ts";
import type { Errors } from "./form-parts.ts";
import { clockLabel, priorityLabel } from "./level-words.ts";

type Given = {
  /** Where the fields stand among all of them: "targets", "exceptions.0.targets". */
  path: string;
  targets: TargetFields;
  errors: Errors;
  onChange: (targets: TargetFields) => void;
};

/** Business hours for each priority: until the first reply, each further one, the end. */
export function TargetsTable({ path, targets, errors, onChange }: Given) {
  const say = useWords();
  return (
    <Box>
      <div className="attune-level-targets attune-level-heads" aria-hidden="true">
        <span />
        {clocks.map((clock) => (
          <Text as="span" key={clock} tone="subdued">
            {clockLabel(say, clock)}
          </Text>
        ))}
      </div>
      <ul className="attune-levels">
        {levelPriorities.map((priority) => (
          <li key={priority}>
            <fieldset
              aria-label={priorityLabel(say, priority)}
              className="attune-level-group attune-level-targets"
            >
              <div className="attune-level-target-name">
                <Text as="span" fontWeight="medium">
                  {priorityLabel(say, priority)}
                </Text>
              </div>
              {clocks.map((clock) => (
                <div key={clock}>
                  <span className="attune-level-target-label" aria-hidden="true">
                    {clockLabel(say, clock)}
                  </span>
                  <TextField
                    label={clockLabel(say, clock)}
                    labelHidden
                    value={targets[priority][clock]}
                    onChange={(text) =>
                      onChange({ ...targets, [priority]: { ...targets[priority], [clock]: text } })
                    }
                    error={errors[`${path}.${priority}.${clock}`]}
                    suffix={say("levels.targets.unit")}
                    placeholder={say("levels.targets.none")}
                    inputMode="decimal"
                    autoComplete="off"
                  />
                </div>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Box>
  );
}
