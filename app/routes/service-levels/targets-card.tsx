import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { ExceptionFields, Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { TargetsTable } from "./targets-table.tsx";
import { afterRemoval, useNextFocus } from "./use-next-focus.ts";

type Given = {
  fields: Pick<Fields, "on" | "targets" | "exceptions" | "warnBy" | "warnShare" | "warnMinutes">;
  errors: Errors;
  onChange: Change;
};

const MOST = 10;

/** By when shoppers are answered and conversations end, and how early that is warned of. */
export function TargetsCard({ fields, errors, onChange }: Given) {
  const say = useWords();
  const { exceptions, targets } = fields;
  const focusNext = useNextFocus();
  const add = () => {
    focusNext(`exceptions-${exceptions.length}-channel`);
    onChange({ exceptions: [...exceptions, { channel: "", tag: "", targets }] });
  };
  const remove = (at: number) => {
    const row = (n: number) => `exceptions-${n}-remove`;
    focusNext(afterRemoval({ at, count: exceptions.length }, { row, none: "exceptions-add" }));
    onChange({ exceptions: exceptions.filter((_one, n) => n !== at) });
  };
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <Checkbox
            label={say("levels.targets.on")}
            helpText={say("levels.targets.on.help")}
            checked={fields.on}
            onChange={(on) => onChange({ on })}
          />
          {fields.on ? null : <Banner tone="warning">{say("levels.targets.off")}</Banner>}
          <TargetsTable
            path="targets"
            targets={targets}
            errors={errors}
            onChange={(targets) => onChange({ targets })}
          />
          <Text as="p" tone="subdued">
            {say("levels.targets.help")}
          </Text>
          <Warning fields={fields} errors={errors} onChange={onChange} />
        </BlockStack>
      </Card>
      {exceptions.map((exception, at) => (
        <Exception
          key={at}
          at={at}
          exception={exception}
          errors={errors}
          onChange={(changed) =>
            onChange({ exceptions: exceptions.map((one, n) => (n === at ? changed : one)) })
          }
          onRemove={() => remove(at)}
        />
      ))}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Button id="exceptions-add" disabled={exceptions.length >= MOST} onClick={add}>
          {say("levels.exceptions.add")}
        </Button>
      </Box>
    </BlockStack>
  );
}

function Warning({ fields, errors, onChange }: Given) {
  const say = useWords();
  const byShare = fields.warnBy === "share";
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select
          label={say("levels.warn.label")}
          options={[
            { value: "share", label: say("levels.warn.share") },
            { value: "minutes", label: say("levels.warn.minutes") },
          ]}
          value={fields.warnBy}
          onChange={(value) => onChange({ warnBy: value === "minutes" ? "minutes" : "share" })}
        />
        <TextField
          label={byShare ? say("levels.warn.share.label") : say("levels.warn.minutes.label")}
          type="number"
          suffix={byShare ? "%" : say("levels.warn.minutes.unit")}
          value={byShare ? fields.warnShare : fields.warnMinutes}
          onChange={(text) => onChange(byShare ? { warnShare: text } : { warnMinutes: text })}
          error={errors[byShare ? "warnShare" : "warnMinutes"]}
          autoComplete="off"
        />
      </FormLayout.Group>
    </FormLayout>
  );
}

type ExceptionGiven = {
  at: number;
  exception: ExceptionFields;
  errors: Errors;
  onChange: (exception: ExceptionFields) => void;
  onRemove: () => void;
};

/** Other targets for one channel, one tag, or both. */
function Exception({ at, exception, errors, onChange, onRemove }: ExceptionGiven) {
  const say = useWords();
  const title = say("levels.exceptions.title", { number: at + 1 });
  return (
    <fieldset aria-label={title} className="attune-level-group">
      <Card>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h3" variant="headingSm">
              {title}
            </Text>
            <Button
              id={`exceptions-${at}-remove`}
              variant="plain"
              tone="critical"
              accessibilityLabel={say("action.removeItem", { item: title })}
              onClick={onRemove}
            >
              {say("action.remove")}
            </Button>
          </InlineStack>
          <FormLayout>
            <FormLayout.Group>
              <Select
                id={`exceptions-${at}-channel`}
                label={say("levels.exceptions.channel")}
                options={[
                  { value: "", label: say("levels.exceptions.anyChannel") },
                  { value: "email", label: say("levels.exceptions.email") },
                  { value: "storefront", label: say("levels.exceptions.storefront") },
                ]}
                value={exception.channel}
                onChange={(channel) => onChange({ ...exception, channel })}
              />
              <TextField
                label={say("levels.exceptions.tag")}
                value={exception.tag}
                onChange={(tag) => onChange({ ...exception, tag })}
                error={errors[`exceptions.${at}.tag`]}
                maxLength={60}
                autoComplete="off"
              />
            </FormLayout.Group>
          </FormLayout>
          <TargetsTable
            path={`exceptions.${at}.targets`}
            targets={exception.targets}
            errors={errors}
            onChange={(targets) => onChange({ ...exception, targets })}
          />
        </BlockStack>
      </Card>
    </fieldset>
  );
}
