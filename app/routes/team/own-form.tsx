import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { faultLabels } from "#app/components/fault-words.ts";
import { Unreached } from "#app/components/unreached.tsx";
import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";
import type { clientAction } from "./route.tsx";

const SAVE_BAR = "own-name-save-bar";
const SAID = { signed: "settings.saved" } as const;

/** How whoever looks signs their replies. An alias is fine. */
export function OwnForm({ saved, teamName }: { saved: string; teamName: string }) {
  const say = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof clientAction>();
  const [edited, setEdited] = useState<string | null>(null);
  const [taken, setTaken] = useState<unknown>(undefined);
  // Once saved, the field shows what was saved: the server may have trimmed it.
  if (fetcher.state === "idle" && fetcher.data !== taken) {
    setTaken(fetcher.data);
    if (fetcher.data?.outcome === "signed") setEdited(null);
  }
  const value = edited ?? saved;
  const dirty = value !== saved;
  useEffect(() => {
    if (dirty) void shopify.saveBar.show(SAVE_BAR);
    else void shopify.saveBar.hide(SAVE_BAR);
  }, [dirty, shopify]);
  useOutcomeToast(fetcher.data, SAID);
  const errors = faultLabels(say, fetcher.data);
  const save = () => fetcher.submit({ intent: "sign", signsAs: value }, { method: "post" });
  return (
    <Card>
      <FormSaveBar
        id={SAVE_BAR}
        bar={{ save, discard: () => setEdited(null), busy: fetcher.state !== "idle" }}
      />
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
        <TextField
          label={say("team.signsAs")}
          value={value}
          onChange={setEdited}
          error={errors["signsAs"]}
          helpText={say("team.signsAs.help")}
          placeholder={teamName}
          autoComplete="off"
          maxLength={120}
        />
      </BlockStack>
    </Card>
  );
}
