import { BlockStack } from "@shopify/polaris";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useSettingsForm } from "#app/components/use-settings-form.ts";
import { useWords } from "#app/components/words.tsx";
import type { RecentAlert } from "#app/desk/recent-alerts.server.ts";
import { AlertsCard } from "./alerts-card.tsx";
import { CsatCard } from "./csat-card.tsx";
import type { Fields } from "./fields.ts";
import { HolidaysCard } from "./holidays-card.tsx";
import { HoursCard } from "./hours-card.tsx";
import { ReceiptCard } from "./receipt-card.tsx";
import { TargetsCard } from "./targets-card.tsx";

const SAVE_BAR = "levels-save-bar";

type Given = {
  saved: Fields;
  timeZone: string;
  /** Where the shop is. */
  today: string;
  languages: readonly string[];
  secret: string;
  recent: RecentAlert[];
};

/** All that is set of service levels, with the save bar that Shopify's own forms have. */
export function LevelsForm({ saved, timeZone, today, languages, secret, recent }: Given) {
  const say = useWords();
  const { fields, errors, change, bar, answered } = useSettingsForm({
    saved,
    bar: SAVE_BAR,
    posted: (all: Fields) => ({ settings: JSON.stringify(all) }),
  });
  const given = { fields, errors, onChange: change };
  return (
    <>
      <FormSaveBar id={SAVE_BAR} bar={bar} />
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <Unreached answered={answered} />
        <SettingsSection id="hours" title={say("levels.hours")} description={say("levels.hours.description")}>
          <HoursCard {...given} timeZone={timeZone} />
        </SettingsSection>
        <SettingsSection
          id="holidays"
          title={say("levels.holidays")}
          description={say("levels.holidays.description")}
        >
          <HolidaysCard {...given} today={today} />
        </SettingsSection>
        <SettingsSection
          id="targets"
          title={say("levels.targets")}
          description={say("levels.targets.description")}
        >
          <TargetsCard {...given} />
        </SettingsSection>
        <SettingsSection
          id="alerts"
          title={say("levels.alerts")}
          description={say("levels.alerts.description")}
        >
          <AlertsCard {...given} saved={saved} secret={secret} recent={recent} timeZone={timeZone} />
        </SettingsSection>
        <SettingsSection
          id="receipt"
          title={say("levels.receipt")}
          description={say("levels.receipt.description")}
        >
          <ReceiptCard {...given} languages={languages} />
        </SettingsSection>
        <SettingsSection id="csat" title={say("levels.csat")} description={say("levels.csat.description")}>
          <CsatCard {...given} languages={languages} />
        </SettingsSection>
      </BlockStack>
    </>
  );
}
