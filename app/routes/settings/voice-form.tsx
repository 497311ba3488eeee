import type { WaitingDraft } from "#app/care/review/list-waiting.server.ts";
import { BlockStack, Card, FormLayout, InlineGrid, Select, TextField } from "@shopify/polaris";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { useSettingsForm } from "#app/components/use-settings-form.ts";
import { useWords } from "#app/components/words.tsx";
import type { Voice } from "#app/shop/settings.ts";
import { Unreached } from "#app/components/unreached.tsx";
import type { VoiceFields } from "./voice-fields.ts";
import { VoicePreviewCard } from "./voice-preview-card.tsx";

const SAVE_BAR = "voice-save-bar";
type Saved = Voice & { staffName: string; answerWithinHours: number };
type Given = { saved: Saved; shopName: string; waiting: WaitingDraft[] };

/** Voice and signature, with the save bar that Shopify's own forms have, and beside it a draft as they would make it. */
export function VoiceForm({ saved: given, shopName, waiting }: Given) {
  const saved: VoiceFields = { ...given, answerWithinHours: String(given.answerWithinHours) };
  const { fields, errors, change, bar, answered } = useSettingsForm({
    saved,
    bar: SAVE_BAR,
    posted: (all: VoiceFields) => ({ intent: "save-voice", ...all }),
  });
  return (
    <InlineGrid
      columns={{ xs: "minmax(0, 1fr)", md: "minmax(0, 1fr) minmax(0, 1fr)" }}
      gap="400"
      alignItems="start"
    >
      <FormSaveBar id={SAVE_BAR} bar={bar} />
      <FieldsCard
        {...{ fields, errors, answered, shopName }}
        set={(name) => (value) => change({ [name]: value })}
      />
      <div className="attune-beside">
        <VoicePreviewCard fields={fields} shopName={shopName} waiting={waiting} />
      </div>
    </InlineGrid>
  );
}

type FieldsGiven = {
  fields: VoiceFields;
  errors: Record<string, string>;
  answered: { outcome: string } | undefined;
  shopName: string;
  set: (name: keyof VoiceFields) => (value: string) => void;
};

function FieldsCard({ fields, errors, answered, shopName, set }: FieldsGiven) {
  const say = useWords();
  return (
    <Card>
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
            helpText={say("settings.voice.signature.help")}
            multiline={3}
            autoComplete="off"
            maxLength={2_000}
            showCharacterCount
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
