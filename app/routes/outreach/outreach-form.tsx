import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { faultLabels } from "#app/components/fault-words.ts";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";
import { HoldOutCard } from "./hold-out-card.tsx";
import { KindsCard } from "./kinds-card.tsx";
import { PromisesCard } from "./promises-card.tsx";
import type { clientAction } from "./route.tsx";
import { usePreview } from "./use-preview.ts";
import { WhenCard } from "./when-card.tsx";

const SAVE_BAR = "outreach-save-bar";

/** All that is set of writing first, with the save bar that Shopify's own forms have. */
export function OutreachForm({ saved }: { saved: Fields }) {
  const say = useWords();
  const { fields, errors, change, bar, answered } = useForm(saved);
  const live = usePreview(fields);
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
