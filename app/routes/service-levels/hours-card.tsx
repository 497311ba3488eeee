import { BlockStack, Box, Button, Card, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useWords } from "#app/components/words.tsx";
import type { Span } from "#app/shop/service-level-settings.ts";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { dayLabel } from "./level-words.ts";
import { afterRemoval, useNextFocus } from "./use-next-focus.ts";

type Given = { fields: Pick<Fields, "hours">; timeZone: string; errors: Errors; onChange: Change };
type Day = keyof Fields["hours"];

/** A week as most people read it: their calendar may begin it elsewhere, the hours stay the same. */
const WEEK: readonly Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OFFICE: readonly Day[] = ["tuesday", "wednesday", "thursday", "friday"];
const MOST = 4;

/** When somebody is there, day by day. */
export function HoursCard({ fields: { hours }, timeZone, errors, onChange }: Given) {
  const say = useWords();
  const set = (days: Partial<Fields["hours"]>) => onChange({ hours: { ...hours, ...days } });
  const copy = () => set(Object.fromEntries(OFFICE.map((day) => [day, hours.monday])));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p" tone="subdued">
          {say("levels.hours.zone", { zone: timeZone })}
        </Text>
        {errors["hours"] ? (
          // It is about all days: no field of one has it.
          <div tabIndex={-1} data-refused>
            <InlineError message={errors["hours"]} fieldID="hours" />
          </div>
        ) : null}
        <ul className="attune-levels">
          {WEEK.map((day) => (
            <li key={day}>
              <DayHours
                day={day}
                spans={hours[day]}
                errors={errors}
                onChange={(spans) => set({ [day]: spans })}
              />
            </li>
          ))}
        </ul>
        <InlineStack>
          <Button variant="plain" onClick={copy}>
            {say("levels.hours.copy")}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {say("levels.hours.help")}
        </Text>
        <Text as="p" tone="subdued">
          {say("levels.hours.orders")}
        </Text>
      </BlockStack>
    </Card>
  );
}

type DayGiven = { day: Day; spans: Span[]; errors: Errors; onChange: (spans: Span[]) => void };

function DayHours({ day, spans, errors, onChange }: DayGiven) {
  const say = useWords();
  const name = dayLabel(say, day);
  const change = (at: number, span: Partial<Span>) =>
    onChange(spans.map((one, n) => (n === at ? { ...one, ...span } : one)));
  const focusNext = useNextFocus();
  const fromField = (at: number) => `hours-${day}-${at}-from`;
  const removeButton = (at: number) => `hours-${day}-${at}-remove`;
  const addButton = `hours-${day}-add`;
  const add = () => {
    focusNext(fromField(spans.length));
    onChange([...spans, spans.length === 0 ? NEW : AFTERNOON]);
  };
  const remove = (at: number) => {
    focusNext(afterRemoval({ at, count: spans.length }, { row: removeButton, none: addButton }));
    onChange(spans.filter((_one, n) => n !== at));
  };
  return (
    <fieldset aria-label={name} className="attune-level-group attune-level-day">
      <Box paddingBlockStart="150">
        <Text as="h3" variant="bodyMd" fontWeight="medium">
          {name}
        </Text>
      </Box>
      <BlockStack gap="200">
        {spans.length === 0 ? (
          <Box paddingBlockStart="150">
            <Text as="p" tone="subdued">
              {say("levels.hours.closed")}
            </Text>
          </Box>
        ) : null}
        {spans.map((span, at) => (
          <div key={at} className="attune-level-span">
            <TextField
              id={fromField(at)}
              label={say("levels.hours.from")}
              labelHidden
              type="time"
              value={span.from}
              onChange={(from) => change(at, { from })}
              error={errors[`hours.${day}.${at}.from`]}
              autoComplete="off"
            />
            <Text as="span">{say("levels.hours.until")}</Text>
            <TextField
              label={say("levels.hours.to")}
              labelHidden
              type="time"
              value={span.to}
              onChange={(to) => change(at, { to })}
              error={errors[`hours.${day}.${at}.to`]}
              autoComplete="off"
            />
            <Button
              id={removeButton(at)}
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={say("levels.hours.remove", { day: name, from: span.from, to: span.to })}
              onClick={() => remove(at)}
            />
          </div>
        ))}
      </BlockStack>
      <div className="attune-level-add">
        {spans.length < MOST ? (
          <Button
            id={addButton}
            variant="plain"
            accessibilityLabel={say("levels.hours.addTo", { day: name })}
            onClick={add}
          >
            {say("levels.hours.add")}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

const NEW: Span = { from: "09:00", to: "17:00" };
const AFTERNOON: Span = { from: "18:00", to: "20:00" };
