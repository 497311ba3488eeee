import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { faultLabels } from "#app/components/fault-words.ts";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { RecentAlert } from "#app/desk/recent-alerts.server.ts";
import { AlertsCard } from "./alerts-card.tsx";
import { CsatCard } from "./csat-card.tsx";
import type { Fields } from "./fields.ts";
import { HolidaysCard } from "./holidays-card.tsx";
import { HoursCard } from "./hours-card.tsx";
import { ReceiptCard } from "./receipt-card.tsx";
import type { clientAction } from "./route.tsx";
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
  const { fields, errors, change, bar, answered } = useForm(saved);
  const given = { fields, errors, onChange: change };
  return (
    <>
      <SaveBar id={SAVE_BAR}>
        <button
          type="button"
          variant="primary"
          onClick={bar.save}
          loading={bar.saving ? "" : undefined}
          disabled={bar.saving}
        >
          {say("action.save")}
        </button>
        <button type="button" onClick={bar.discard} disabled={bar.saving}>
          {say("action.discard")}
        </button>
      </SaveBar>
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

function useForm(saved: Fields) {
  const say = useWords();
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const fields = { ...saved, ...edits };
  const fetcher = useFetcher<typeof clientAction>();
  const [taken, setTaken] = useState<unknown>(undefined);
  // Once saved, the form shows what was saved: the server may have trimmed it.
  if (fetcher.state === "idle" && fetcher.data !== taken) {
    setTaken(fetcher.data);
    if (fetcher.data?.outcome === "saved") setEdits({});
  }
  const shopify = useAppBridge();
  const dirty = JSON.stringify(fields) !== JSON.stringify(saved);
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (dirty) void shopify.saveBar.show(SAVE_BAR);
    else void shopify.saveBar.hide(SAVE_BAR);
  }, [dirty, shopify]);
  useEffect(() => {
    if (!fetcher.data || fetcher.data === told.current) return;
    told.current = fetcher.data;
    if (fetcher.data.outcome === "saved") shopify.toast.show(say("settings.saved"));
    if (fetcher.data.outcome === "refused") focusFirstError();
  }, [fetcher.data, say, shopify]);
  const saving = fetcher.state !== "idle";
  const save = () => {
    if (!saving) fetcher.submit({ settings: JSON.stringify(fields) }, { method: "post" });
  };
  return {
    fields,
    errors: dirty && fetcher.data?.outcome === "refused" ? faultLabels(say, fetcher.data) : {},
    change: (change: Partial<Fields>) => setEdits((before) => ({ ...before, ...change })),
    bar: { save, saving, discard: () => setEdits({}) },
    answered: fetcher.data,
  };
}

/** What is refused may be out of sight: the page is long. */
function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
