import { BlockStack, Box, Card, Checkbox, InlineError, Link, Select, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useWords, Words } from "#app/components/words.tsx";
import { priorities, prioritySchema } from "#app/care/triage/priority.ts";
import { tagOf } from "#app/conversation/tag.ts";
import { AssignFields } from "./assign-fields.tsx";
import type { FormPart, Macro, Person } from "./form-part.ts";
import { PersonSelect } from "./person-select.tsx";
import { TypedList } from "#app/components/typed-list.tsx";

type Given = FormPart & { team: readonly Person[]; macros: readonly Macro[]; own: string };

/** What a rule does with a message it is for. Nothing of it is sent to anybody. */
export function ActionsCard(given: Given) {
  const say = useWords();
  const { draft, errors, onChange, team, own } = given;
  const { tags, priority, assign, escalate } = draft;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say("triage.do")}
          </Text>
          <Text as="p" tone="subdued">
            {say("triage.do.intro")}
          </Text>
        </BlockStack>
        {errors["actions"] ? <InlineError message={errors["actions"]} fieldID="triage-actions" /> : null}
        <BlockStack gap="300">
          <Part
            label={say("triage.do.tag")}
            on={tags !== null}
            onToggle={(on) => onChange({ tags: on ? [] : null })}
          >
            <TypedList
              label={say("triage.do.tags")}
              values={tags ?? []}
              error={errors["tags"]}
              asKept={tagOf}
              onChange={(next) => onChange({ tags: next })}
            />
          </Part>
          <Part
            label={say("triage.do.priority")}
            on={priority !== null}
            onToggle={(on) => onChange({ priority: on ? "high" : null })}
          >
            <Select
              label={say("triage.do.priority.label")}
              labelHidden
              helpText={say("triage.do.priority.help")}
              options={priorities.map((value) => ({ value, label: say(`priority.${value}`) }))}
              value={priority ?? "high"}
              onChange={(value) => onChange({ priority: prioritySchema.catch("high").parse(value) })}
            />
          </Part>
          <Part
            label={say("triage.do.assign")}
            help={say("triage.do.assign.help")}
            on={assign !== null}
            onToggle={(on) => onChange({ assign: on ? { how: "assign_in_turn", to: "", among: [] } : null })}
          >
            {assign ? (
              <AssignFields
                assign={assign}
                team={team}
                error={errors["assign"]}
                onChange={(next) => onChange({ assign: next })}
              />
            ) : null}
          </Part>
          <MacroPart {...given} />
          <Part
            label={say("triage.do.escalate")}
            help={say("triage.do.escalate.help")}
            on={escalate !== null}
            onToggle={(on) => onChange({ escalate: on ? own : null })}
          >
            <PersonSelect
              label={say("triage.do.escalate.to")}
              team={team}
              value={escalate ?? ""}
              error={errors["escalate"]}
              onChange={(id) => onChange({ escalate: id })}
            />
          </Part>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function MacroPart({ draft: { macro }, errors, macros, onChange }: Given) {
  const say = useWords();
  const named = macros.some(({ id }) => id === macro);
  const gone = macro && !named ? [{ value: macro, label: say("triage.gone.macro") }] : [];
  return (
    <Part
      label={say("triage.do.macro")}
      help={say("triage.do.macro.help")}
      on={macro !== null}
      onToggle={(on) => onChange({ macro: on ? "" : null })}
    >
      {macros.length === 0 && gone.length === 0 ? (
        <BlockStack gap="100">
          <Text as="p">
            <Words
              of="triage.do.macro.none"
              values={{ link: (inner: ReactNode) => <Link url="/settings/macros/new">{inner}</Link> }}
            />
          </Text>
          {errors["macro"] ? <InlineError message={errors["macro"]} fieldID="triage-macro" /> : null}
        </BlockStack>
      ) : (
        <Select
          label={say("triage.do.macro.which")}
          options={[
            { value: "", label: say("triage.choose") },
            ...gone,
            ...macros.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={macro ?? ""}
          error={errors["macro"]}
          onChange={(id) => onChange({ macro: id })}
        />
      )}
    </Part>
  );
}

type PartGiven = {
  label: string;
  help?: string;
  on: boolean;
  onToggle: (on: boolean) => void;
  children: ReactNode;
};

/** One thing to do: ticked, it shows what is to be said of it. */
function Part({ label, help, on, onToggle, children }: PartGiven) {
  return (
    <BlockStack gap="200">
      <Checkbox label={label} helpText={help} checked={on} onChange={onToggle} />
      {on ? <Box paddingInlineStart="600">{children}</Box> : null}
    </BlockStack>
  );
}
