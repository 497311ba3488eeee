import { BlockStack, Select, Text, TextField } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { careEmotions, intents, riskFlags } from "#app/care/understand/reading.ts";
import { orderStates } from "#app/care/triage/order-state-of.ts";
import { channels, wordPlaces, type Condition } from "#app/care/triage/rule.ts";
import { tagOf } from "#app/conversation/tag.ts";
import { ChoicesField } from "./choices-field.tsx";
import { languages } from "./languages.ts";
import { choiceLabel } from "./rule-words.ts";
import { TypedList } from "#app/components/typed-list.tsx";

type Given = {
  condition: Condition;
  place: number;
  error: string | undefined;
  onChange: (condition: Condition) => void;
};
type Of<On extends Condition["on"]> = Given & { condition: Extract<Condition, { on: On }> };

/** What a condition compares with. */
export function ConditionValue(given: Given) {
  const { condition } = given;
  switch (condition.on) {
    case "intent":
      return (
        <Choices {...given} all={intents} take={(is) => ({ ...condition, is: intents.filter(isIn(is)) })} />
      );
    case "emotion":
      return (
        <Choices
          {...given}
          all={careEmotions}
          take={(is) => ({ ...condition, is: careEmotions.filter(isIn(is)) })}
        />
      );
    case "risk":
      return (
        <Choices
          {...given}
          all={riskFlags}
          take={(is) => ({ ...condition, is: riskFlags.filter(isIn(is)) })}
        />
      );
    case "order_state":
      return (
        <Choices
          {...given}
          all={orderStates}
          take={(is) => ({ ...condition, is: orderStates.filter(isIn(is)) })}
        />
      );
    case "channel":
      return (
        <Choices {...given} all={channels} take={(is) => ({ ...condition, is: channels.filter(isIn(is)) })} />
      );
    case "language":
      return <Choices {...given} all={languages} take={(is) => ({ ...condition, is })} />;
    case "tag":
      return <Tags {...given} condition={condition} />;
    case "words":
      return <WordsValue {...given} condition={condition} />;
    case "order_value":
      return <Amount {...given} condition={condition} />;
    case "first_contact":
    case "unsure":
      return <Explained on={condition.on} />;
  }
}

const isIn = (values: readonly string[]) => (one: string) => values.includes(one);

type ChoicesGiven = Given & { all: readonly string[]; take: (is: string[]) => Condition };

function Choices({ condition, place, error, onChange, all, take }: ChoicesGiven) {
  const say = useWords();
  const choices = all.map((value) => ({ value, label: choiceLabel(say, condition.on, value) }));
  return (
    <ChoicesField
      label={say("triage.condition.value", { place })}
      labelHidden
      placeholder={say("triage.choose")}
      choices={choices.toSorted((one, other) => one.label.localeCompare(other.label, say.tag))}
      values={"is" in condition ? condition.is : []}
      error={error}
      onChange={(is) => onChange(take(is))}
    />
  );
}

function Tags({ condition, place, error, onChange }: Of<"tag">) {
  const say = useWords();
  return (
    <TypedList
      label={say("triage.condition.value", { place })}
      labelHidden
      values={condition.is}
      error={error}
      asKept={tagOf}
      onChange={(is) => onChange({ ...condition, is })}
    />
  );
}

function WordsValue({ condition, place, error, onChange }: Of<"words">) {
  const say = useWords();
  return (
    <BlockStack gap="200">
      <Select
        label={say("triage.condition.where", { place })}
        labelHidden
        options={wordPlaces.map((value) => ({ value, label: say(`triage.where.${value}`) }))}
        value={condition.in}
        onChange={(where) => {
          const found = wordPlaces.find((one) => one === where);
          if (found) onChange({ ...condition, in: found });
        }}
      />
      <TypedList
        label={say("triage.condition.value", { place })}
        labelHidden
        help={say("triage.words.help")}
        values={condition.any}
        error={error}
        asKept={(typed) => typed.trim() || null}
        onChange={(any) => onChange({ ...condition, any })}
      />
    </BlockStack>
  );
}

function Amount({ condition, place, error, onChange }: Of<"order_value">) {
  const say = useWords();
  return (
    <TextField
      label={say("triage.condition.value", { place })}
      labelHidden
      value={condition.amount}
      suffix={condition.currency}
      inputMode="decimal"
      autoComplete="off"
      error={error}
      onChange={(amount) => onChange({ ...condition, amount: amount.replace(",", ".").trim() })}
    />
  );
}

function Explained({ on }: { on: "first_contact" | "unsure" }) {
  const say = useWords();
  return (
    <Text as="p" tone="subdued">
      {say(`triage.explained.${on}`)}
    </Text>
  );
}
