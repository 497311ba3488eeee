import { Banner, BlockStack, Box, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { Change, Errors } from "./form-parts.ts";
import type { Fields } from "./fields.ts";

type Given = {
  fields: Pick<Fields, "on" | "quietFrom" | "quietTo" | "perWeek">;
  errors: Errors;
  onChange: Change;
};

/** Whether anything is written at all, when it may leave, and how much of it one shopper gets. */
export function WhenCard({ fields, errors, onChange }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={say("outreach.when.on")}
          checked={fields.on}
          onChange={(on) => onChange({ on })}
          helpText={say("outreach.when.on.help")}
        />
        {fields.on ? null : <Banner tone="warning">{say("outreach.when.off")}</Banner>}
        <FormLayout>
          <FormLayout.Group condensed>
            <TextField
              label={say("outreach.when.quietFrom")}
              type="time"
              value={fields.quietFrom}
              onChange={(quietFrom) => onChange({ quietFrom })}
              error={errors["quietFrom"]}
              autoComplete="off"
            />
            <TextField
              label={say("outreach.when.quietTo")}
              type="time"
              value={fields.quietTo}
              onChange={(quietTo) => onChange({ quietTo })}
              error={errors["quietTo"]}
              autoComplete="off"
            />
          </FormLayout.Group>
          <Text as="p" tone="subdued">
            {say("outreach.when.quiet.help")}
          </Text>
          <Box>
            <TextField
              label={say("outreach.when.most")}
              type="number"
              min={1}
              max={14}
              suffix={say("outreach.when.most.unit")}
              value={fields.perWeek}
              onChange={(perWeek) => onChange({ perWeek })}
              error={errors["perWeek"]}
              helpText={say("outreach.when.most.help")}
              autoComplete="off"
            />
          </Box>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
