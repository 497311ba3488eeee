import { BlockStack, Box, Card, Checkbox, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { MailPreview } from "./mail-preview.tsx";

type Given = { fields: Fields; languages: readonly string[]; errors: Errors; onChange: Change };

/** Whether shoppers are asked how it went, when, and with how many answers. */
export function CsatCard({ fields, languages, errors, onChange }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={say("levels.csat.on")}
          helpText={say("levels.csat.on.help")}
          checked={fields.csatOn}
          onChange={(csatOn) => onChange({ csatOn })}
        />
        <Box maxWidth="20rem">
          <TextField
            label={say("levels.csat.after")}
            type="number"
            min={1}
            max={336}
            suffix={say("levels.hoursUnit")}
            value={fields.csatAfter}
            onChange={(csatAfter) => onChange({ csatAfter })}
            error={errors["csatAfter"]}
            autoComplete="off"
          />
        </Box>
        <ChoiceList
          title={say("levels.csat.scale")}
          choices={[
            { value: "5", label: say("levels.csat.scale.5") },
            { value: "2", label: say("levels.csat.scale.2") },
          ]}
          selected={[fields.csatScale]}
          onChange={([scale]) => onChange({ csatScale: scale === "2" ? "2" : "5" })}
        />
        <Text as="p" tone="subdued">
          {say("levels.csat.who")}
        </Text>
        <MailPreview kind="csat" fields={fields} languages={languages} title={say("levels.csat")} />
      </BlockStack>
    </Card>
  );
}
