import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Card, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { faultLabels } from "#app/components/fault-words.ts";
import { useWords } from "#app/components/words.tsx";
import type { Voice } from "#app/shop/settings.ts";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

const SAVE_BAR = "voice-save-bar";
type Saved = Voice & { staffName: string; answerWithinHours: number };
type Fields = Omit<Saved, "answerWithinHours"> & { answerWithinHours: string };

/** Voice and signature, with the save bar that Shopify's own forms have, and a preview of how a reply ends. */
export function VoiceForm({ saved: given, shopName }: { saved: Saved; shopName: string }) {
  const say = useWords();
  const saved: Fields = { ...given, answerWithinHours: String(given.answerWithinHours) };
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
  const answered = useRef<unknown>(null);

  useEffect(() => {
    if (dirty) void shopify.saveBar.show(SAVE_BAR);
    else void shopify.saveBar.hide(SAVE_BAR);
  }, [dirty, shopify]);
  useEffect(() => {
    if (!fetcher.data || fetcher.data === answered.current) return;
    answered.current = fetcher.data;
    if (fetcher.data.outcome === "saved") shopify.toast.show(say("settings.saved"));
  }, [fetcher.data, say, shopify]);

  const errors = faultLabels(say, fetcher.data);
  const set = (name: keyof Fields) => (value: string) => setEdits({ ...edits, [name]: value });
  const save = () => fetcher.submit({ intent: "save-voice", ...fields }, { method: "post" });
  return (
    <Card>
      <SaveBar id={SAVE_BAR}>
        <button
          type="button"
          variant="primary"
          onClick={save}
          loading={fetcher.state === "idle" ? undefined : ""}
        >
          {say("action.save")}
        </button>
        <button type="button" onClick={() => setEdits({})}>
          {say("action.discard")}
        </button>
      </SaveBar>
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
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
