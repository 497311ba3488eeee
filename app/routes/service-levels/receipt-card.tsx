import { BlockStack, Box, Card, Checkbox, Select, Text, TextField } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { MailPreview } from "./mail-preview.tsx";

type Given = { fields: Fields; languages: readonly string[]; errors: Errors; onChange: Change };

/** Whether who writes is told that it arrived, and by when they are answered. */
export function ReceiptCard({ fields, languages, errors, onChange }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={say("levels.receipt.on")}
          helpText={say("levels.receipt.on.help")}
          checked={fields.receiptOn}
          onChange={(receiptOn) => onChange({ receiptOn })}
        />
        <Box maxWidth="20rem">
          <TextField
            label={say("levels.receipt.after")}
            type="number"
            min={0}
            max={120}
            suffix={say("levels.minutes")}
            value={fields.receiptAfter}
            onChange={(receiptAfter) => onChange({ receiptAfter })}
            error={errors["receiptAfter"]}
            helpText={say("levels.receipt.after.help")}
            autoComplete="off"
          />
        </Box>
        <Box maxWidth="20rem">
          <Select
            label={say("levels.receipt.other")}
            options={[
              { value: "none", label: say("levels.receipt.other.none") },
              { value: "english", label: say("levels.receipt.other.english") },
            ]}
            value={fields.receiptOther}
            onChange={(value) => onChange({ receiptOther: value === "english" ? "english" : "none" })}
          />
        </Box>
        <Text as="p" tone="subdued">
          {say("levels.receipt.who")}
        </Text>
        <MailPreview kind="receipt" fields={fields} languages={languages} title={say("levels.receipt")} />
      </BlockStack>
    </Card>
  );
}
