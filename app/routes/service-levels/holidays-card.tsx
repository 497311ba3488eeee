import { BlockStack, Button, Card, Checkbox, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useWords } from "#app/components/words.tsx";
import type { Fields, HolidayFields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { afterRemoval, useNextFocus } from "./use-next-focus.ts";

type Given = { fields: Pick<Fields, "holidays">; today: string; errors: Errors; onChange: Change };

const MOST = 100;

/** Days on which nobody is there, each with its name, once or every year. */
export function HolidaysCard({ fields: { holidays }, today, errors, onChange }: Given) {
  const say = useWords();
  const set = (changed: HolidayFields[]) => onChange({ holidays: changed });
  const change = (at: number, part: Partial<HolidayFields>) =>
    set(holidays.map((one, n) => (n === at ? { ...one, ...part } : one)));
  const focusNext = useNextFocus();
  const add = () => {
    focusNext(`holidays-${holidays.length}-date`);
    set([...holidays, { date: today, name: "", yearly: false }]);
  };
  const remove = (at: number) => {
    const row = (n: number) => `holidays-${n}-remove`;
    focusNext(afterRemoval({ at, count: holidays.length }, { row, none: "holidays-add" }));
    set(holidays.filter((_one, n) => n !== at));
  };
  return (
    <Card>
      <BlockStack gap="400">
        {holidays.length === 0 ? (
          <Text as="p" tone="subdued">
            {say("levels.holidays.none")}
          </Text>
        ) : (
          <ul className="attune-levels">
            {holidays.map((holiday, at) => (
              <li key={at}>
                <fieldset
                  aria-label={holiday.name || say("levels.holidays.one", { number: at + 1 })}
                  className="attune-level-group attune-level-holiday"
                >
                  <TextField
                    id={`holidays-${at}-date`}
                    label={say("levels.holidays.date")}
                    type="date"
                    value={holiday.date}
                    onChange={(date) => change(at, { date })}
                    error={errors[`holidays.${at}.date`]}
                    autoComplete="off"
                  />
                  <TextField
                    label={say("levels.holidays.name")}
                    value={holiday.name}
                    onChange={(name) => change(at, { name })}
                    error={errors[`holidays.${at}.name`]}
                    maxLength={80}
                    autoComplete="off"
                  />
                  <div className="attune-level-holiday-end">
                    <Checkbox
                      label={say("levels.holidays.yearly")}
                      checked={holiday.yearly}
                      onChange={(yearly) => change(at, { yearly })}
                    />
                    <Button
                      id={`holidays-${at}-remove`}
                      icon={DeleteIcon}
                      variant="tertiary"
                      accessibilityLabel={say("action.removeItem", { item: holiday.name || holiday.date })}
                      onClick={() => remove(at)}
                    />
                  </div>
                </fieldset>
              </li>
            ))}
          </ul>
        )}
        <InlineStack>
          <Button id="holidays-add" disabled={holidays.length >= MOST} onClick={add}>
            {say("levels.holidays.add")}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {say("levels.holidays.help")}
        </Text>
        <Text as="p" tone="subdued">
          {say("levels.holidays.orders")}
        </Text>
      </BlockStack>
    </Card>
  );
}
