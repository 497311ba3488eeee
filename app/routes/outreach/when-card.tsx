import { Banner, BlockStack, Box, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import type { Change, Errors } from "./form-parts.ts";
import type { Fields } from "./fields.ts";

type Given = {
  fields: Pick<Fields, "on" | "quietFrom" | "quietTo" | "perWeek">;
  errors: Errors;
  onChange: Change;
};

/** Whether anything is written at all, when it may leave, and how much of it one shopper gets. */
export function WhenCard({ fields, errors, onChange }: Given) {
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label="Write to shoppers before they ask"
          checked={fields.on}
          onChange={(on) => onChange({ on })}
          helpText="Off: problems are still found and listed, but nothing is drafted, and nothing that is approved and still waits leaves."
        />
        {fields.on ? null : (
          <Banner tone="warning">Nobody is written to first while this is off, whatever is set below.</Banner>
        )}
        <FormLayout>
          <FormLayout.Group condensed>
            <TextField
              label="Quiet from"
              type="time"
              value={fields.quietFrom}
              onChange={(quietFrom) => onChange({ quietFrom })}
              error={errors["quietFrom"]}
              autoComplete="off"
            />
            <TextField
              label="Quiet until"
              type="time"
              value={fields.quietTo}
              onChange={(quietTo) => onChange({ quietTo })}
              error={errors["quietTo"]}
              autoComplete="off"
            />
          </FormLayout.Group>
          <Text as="p" tone="subdued">
            By the clock of where the shopper is. A message that is approved meanwhile leaves when they are
            over. The same time twice: no hours are quiet.
          </Text>
          <Box>
            <TextField
              label="At most for one shopper"
              type="number"
              min={1}
              max={14}
              suffix="in seven days"
              value={fields.perWeek}
              onChange={(perWeek) => onChange({ perWeek })}
              error={errors["perWeek"]}
              helpText="Messages that they did not ask for. Replies, corrections and what the law asks you to say do not count."
              autoComplete="off"
            />
          </Box>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
