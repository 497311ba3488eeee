import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Card, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { Voice } from "#app/shop/settings.ts";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

const SAVE_BAR = "voice-save-bar";
type Saved = Voice & { staffName: string; answerWithinHours: number };
type Fields = Omit<Saved, "answerWithinHours"> & { answerWithinHours: string };

/** Voice and signature, with the save bar that Shopify's own forms have, and a preview of how a reply ends. */
export function VoiceForm({ saved: given, shopName }: { saved: Saved; shopName: string }) {
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
    if (fetcher.data.outcome === "saved") shopify.toast.show("Settings saved");
  }, [fetcher.data, shopify]);

  const errors = fetcher.data?.outcome === "refused" ? fetcher.data.errors : {};
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
          Save
        </button>
        <button type="button" onClick={() => setEdits({})}>
          Discard
        </button>
      </SaveBar>
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
        <FormLayout>
          <Select
            label="Form of address"
            options={[
              { label: "Friendly (du, tu, tú, je)", value: "friendly" },
              { label: "Formal (Sie, vous, usted, Lei, u)", value: "formal" },
            ]}
            value={fields.formality}
            onChange={set("formality")}
            error={errors["formality"]}
            helpText="For languages that have two. Japanese is always polite."
          />
          <TextField
            label="Team name"
            value={fields.teamName}
            onChange={set("teamName")}
            error={errors["teamName"]}
            placeholder={`${shopName} customer care`}
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label="Your name in replies"
            value={fields.staffName}
            onChange={set("staffName")}
            error={errors["staffName"]}
            helpText="Shoppers read who checked a drafted reply. An alias is fine."
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label="Answer within"
            type="number"
            min={1}
            max={336}
            suffix="hours"
            value={fields.answerWithinHours}
            onChange={set("answerWithinHours")}
            error={errors["answerWithinHours"]}
            helpText="A reply after which somebody has to act names the business day on which this is over."
            autoComplete="off"
          />
          <TextField
            label="Signature"
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
  const name = fields.staffName || fields.teamName || shopName;
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <Text as="p" variant="bodySm" tone="subdued">
          How a reply ends
        </Text>
        <Text as="p">
          <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {fields.signature || fields.teamName || shopName}
          </span>
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          Drafted with AI, checked by {name}.
        </Text>
      </BlockStack>
    </Box>
  );
}
