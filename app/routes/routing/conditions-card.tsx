import { BlockStack, Button, Card, ChoiceList, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useRef, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { Condition } from "#app/care/triage/rule.ts";
import { ConditionRow } from "./condition-row.tsx";
import type { FormPart } from "./form-part.ts";
import { blankCondition } from "./rule-draft.ts";

const MOST = 12;

/** When a rule applies: all or any of its conditions; without one, to every message. */
export function ConditionsCard({ draft, errors, currency, onChange }: FormPart & { currency: string }) {
  const say = useWords();
  const { list, match } = draft;
  const [keys, replaceKey] = useKeys(list.length);
  const rows = useRef<HTMLUListElement>(null);
  const set = (at: number, condition: Condition) => onChange({ list: list.with(at, condition) });
  const remove = (at: number) => {
    replaceKey(at);
    onChange({ list: list.filter((_, n) => n !== at) });
    focusSoon(rows.current?.parentElement?.querySelector("[data-add-condition] button"));
  };
  const add = () => {
    onChange({ list: [...list, blankCondition("intent", currency)] });
    requestAnimationFrame(() => focusSoon(rows.current?.querySelector("li:last-child select")));
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("triage.when")}
        </Text>
        {list.length > 1 ? (
          <ChoiceList
            title={say("triage.match")}
            titleHidden
            choices={[
              { value: "all", label: say("triage.match.all") },
              { value: "any", label: say("triage.match.any") },
            ]}
            selected={[match]}
            onChange={([chosen]) => onChange({ match: chosen === "any" ? "any" : "all" })}
          />
        ) : null}
        {list.length === 0 ? <Text as="p">{say("triage.when.none")}</Text> : null}
        <ul className="attune-conditions" ref={rows}>
          {list.map((condition, at) => (
            <ConditionRow
              key={keys[at]}
              condition={condition}
              place={at + 1}
              error={errors[`condition.${at}`]}
              currency={currency}
              onChange={(next) => set(at, next)}
              onRemove={() => remove(at)}
            />
          ))}
        </ul>
        <div data-add-condition>
          <Button icon={PlusIcon} onClick={add} disabled={list.length >= MOST}>
            {say("triage.condition.add")}
          </Button>
        </div>
      </BlockStack>
    </Card>
  );
}

const focusSoon = (element: Element | null | undefined) => {
  if (element instanceof HTMLElement) element.focus();
};

/** A key for each row that stays its own when another one is taken out: what is half typed in it stays there. */
function useKeys(count: number): [number[], (removed: number) => void] {
  const [keys, setKeys] = useState<number[]>([]);
  if (keys.length !== count) {
    const kept = keys.slice(0, count);
    while (kept.length < count) kept.push(Math.max(0, ...kept) + 1);
    setKeys(kept);
    return [kept, () => undefined];
  }
  return [keys, (removed) => setKeys(keys.filter((_, at) => at !== removed))];
}
