import { BlockStack } from "@shopify/polaris";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useSettingsForm } from "#app/components/use-settings-form.ts";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";
import { HoldOutCard } from "./hold-out-card.tsx";
import { KindsCard } from "./kinds-card.tsx";
import { PromisesCard } from "./promises-card.tsx";
import { usePreview } from "./use-preview.ts";
import { WhenCard } from "./when-card.tsx";

const SAVE_BAR = "outreach-save-bar";

/** All that is set of writing first, with the save bar that Shopify's own forms have. */
export function OutreachForm({ saved }: { saved: Fields }) {
  const say = useWords();
  const { fields, errors, change, bar, answered } = useSettingsForm({
    saved,
    bar: SAVE_BAR,
    posted: (all: Fields) => ({ settings: JSON.stringify(all) }),
  });
  const live = usePreview(fields);
  return (
    <>
      <FormSaveBar id={SAVE_BAR} bar={bar} />
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <Unreached answered={answered} />
        <SettingsSection
          id="writing"
          title={say("outreach.when")}
          description={say("outreach.when.description")}
        >
          <WhenCard fields={fields} errors={errors} onChange={change} />
        </SettingsSection>
        <KindsCard fields={fields} live={live} onChange={(kinds) => change({ kinds })} />
        <SettingsSection
          id="promises"
          title={say("outreach.promises")}
          description={say("outreach.promises.description")}
        >
          <PromisesCard fields={fields} errors={errors} onChange={change} />
        </SettingsSection>
        <SettingsSection
          id="hold-out"
          title={say("outreach.holdOut")}
          description={say("outreach.holdOut.description")}
        >
          <HoldOutCard fields={fields} errors={errors} onChange={change} />
        </SettingsSection>
      </BlockStack>
    </>
  );
}
