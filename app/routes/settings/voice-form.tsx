import { BlockStack, Box, Card, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { useSettingsForm } from "#app/components/use-settings-form.ts";
import { useWords } from "#app/components/words.tsx";
import type { Voice } from "#app/shop/settings.ts";
import { Unreached } from "#app/components/unreached.tsx";

const SAVE_BAR = "voice-save-bar";
type Saved = Voice & { staffName: string; answerWithinHours: number };
type Fields = Omit<Saved, "answerWithinHours"> & { answerWithinHours: string };

/** Voice and signature, with the save bar that Shopify's own forms have, and a preview of how a reply ends. */
export function VoiceForm({ saved: given, shopName }: { saved: Saved; shopName: string }) {
  const say = useWords();
  const saved: Fields = { ...given, answerWithinHours: String(given.answerWithinHours) };
  const { fields, errors, change, bar, answered } = useSettingsForm({
    saved,
    bar: SAVE_BAR,
    posted: (all: Fields) => ({ intent: "save-voice", ...all }),
  });
  const set = (name: keyof Fields) => (value: string) => change({ [name]: value });
  return (
    <Card>
      <FormSaveBar id={SAVE_BAR} bar={bar} />
      <BlockStack gap="400">
        <Unreached answered={answered} />
        <FormLayout>
          <Select
            label={say("settings.voice.formality")}
            options={[
              { label: say("settings.voice.friendly"), value: "friendly" },
              { label: say("settings.voice.formal"), value: "formal" },
            ]}
            value={fields.formality}
            onChange={set("formality")}
            error={errors["formality"]}
            helpText={say("settings.voice.formality.help")}
          />
          <TextField
            label={say("settings.voice.team")}
            value={fields.teamName}
            onChange={set("teamName")}
            error={errors["teamName"]}
            placeholder={say("settings.voice.team.placeholder", { shop: shopName })}
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label={say("settings.voice.staff")}
            value={fields.staffName}
            onChange={set("staffName")}
            error={errors["staffName"]}
            helpText={say("settings.voice.staff.help")}
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label={say("settings.voice.answer")}
            type="number"
            min={1}
            max={336}
            suffix={say("settings.voice.answer.unit")}
            value={fields.answerWithinHours}
            onChange={set("answerWithinHours")}
            error={errors["answerWithinHours"]}
            helpText={say("settings.voice.answer.help")}
            autoComplete="off"
          />
          <TextField
            label={say("settings.voice.signature")}
            value={fields.signature}
            onChange={set("signature")}
            error={errors["signature"]}
            multiline={3}
            autoComplete="off"
            maxLength={2_000}
            showCharacterCount
          />
          <Preview fields={fields} shopName={shopName} />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

function Preview({ fields, shopName }: { fields: Fields; shopName: string }) {
  const say = useWords();
  const name = fields.staffName || fields.teamName || shopName;
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <Text as="p" variant="bodySm" tone="subdued">
          {say("settings.voice.preview")}
        </Text>
        <Text as="p">
          <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {fields.signature || fields.teamName || shopName}
          </span>
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {say("settings.voice.checked", { name })}
        </Text>
      </BlockStack>
    </Box>
  );
}
