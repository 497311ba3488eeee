import { Banner, BlockStack, Card, Checkbox, TextField } from "@shopify/polaris";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Misnamed } from "#app/care/triage/misnamed-in.ts";
import { ActionsCard } from "./actions-card.tsx";
import { ConditionsCard } from "./conditions-card.tsx";
import type { FormPart, Macro, Person } from "./form-part.ts";
import { RemoveRule } from "./remove-rule.tsx";
import { ruleOfDraft, type RuleDraft } from "./rule-draft.ts";
import { TrialPanel } from "./trial-panel.tsx";
import { SAVE_BAR, useRuleForm, type Saved } from "./use-rule-form.ts";
import { useTrial } from "./use-trial.ts";

type Given = {
  saved: Saved | null;
  /** What a new rule begins with. */
  begun: RuleDraft;
  /** What the saved rule names and is not there any more. */
  gone: readonly Misnamed[];
  team: readonly Person[];
  macros: readonly Macro[];
  currency: string;
  /** Whoever looks. */
  own: string;
};

/** One rule, with what it would have done last week beside it. */
export function RuleForm({ saved, begun, gone, team, macros, currency, own }: Given) {
  const say = useWords();
  const { draft, errors, onChange, bar, answered, leave } = useRuleForm({ saved, begun, gone });
  const live = useTrial(ruleOfDraft(draft), saved?.id);
  const part: FormPart = { draft, errors, onChange };
  return (
    <>
      <FormSaveBar id={SAVE_BAR} bar={bar} />
      <div className="attune-rule-page">
        <BlockStack gap="400">
          <Unreached answered={answered} />
          <NotSaved outcome={answered?.outcome} />
          <Card>
            <BlockStack gap="300">
              <TextField
                label={say("triage.name")}
                value={draft.name}
                onChange={(name) => onChange({ name })}
                error={errors["name"]}
                helpText={say("triage.name.help")}
                autoComplete="off"
                maxLength={80}
              />
              <Checkbox
                label={say("triage.enabled")}
                checked={draft.enabled}
                onChange={(enabled) => onChange({ enabled })}
              />
            </BlockStack>
          </Card>
          <ConditionsCard {...part} currency={currency} />
          <div data-rule-actions>
            <ActionsCard {...part} team={team} macros={macros} own={own} />
          </div>
          <Card>
            <Checkbox
              label={say("triage.stop")}
              helpText={say("triage.stop.help")}
              checked={draft.stop}
              onChange={(stop) => onChange({ stop })}
            />
          </Card>
          {saved ? <RemoveRule id={saved.id} name={saved.draft.name} onLeave={leave} /> : null}
        </BlockStack>
        <div className="attune-rule-trial">
          <TrialPanel live={live} />
        </div>
      </div>
    </>
  );
}

const NOT_SAVED = ["changed_since", "not_there", "too_many"] as const;

function NotSaved({ outcome }: { outcome: string | undefined }) {
  const say = useWords();
  const why = NOT_SAVED.find((one) => one === outcome);
  return why ? <Banner tone="critical" title={say(`triage.refused.${why}`)} /> : null;
}
