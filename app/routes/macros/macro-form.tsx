import { TitleBar } from "@shopify/app-bridge-react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { FormSaveBar } from "#app/components/form-save-bar.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { TypedList } from "#app/components/typed-list.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import { tagOf } from "#app/conversation/tag.ts";
import { LONGEST_MACRO_NAME } from "#app/voice/macro.ts";
import type { MacroDraft } from "./macro-draft.ts";
import { MacroTexts } from "./macro-texts.tsx";
import { useMacroForm, type Saved } from "./use-macro-form.ts";

type Given = { saved: Saved | null; begun: MacroDraft; languages: readonly string[] };

/** One macro: what it is called, what it says in each language, and what its use does to the conversation. */
export function MacroForm({ saved, begun, languages }: Given) {
  const say = useWords();
  const { draft, errors, onChange, bar, answered, remove } = useMacroForm({ saved, begun });
  return (
    <BlockStack gap="400">
      <FormSaveBar id="macro-save-bar" bar={bar} />
      <Unreached answered={answered} />
      <NotSaved outcome={answered?.outcome} />
      <Card>
        <TextField
          label={say("macros.name")}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={errors["name"]}
          helpText={say("macros.name.help")}
          autoComplete="off"
          maxLength={LONGEST_MACRO_NAME}
        />
      </Card>
      <MacroTexts
        texts={draft.texts}
        languages={languages}
        errors={errors}
        onChange={(texts) => onChange({ texts })}
      />
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {say("macros.use")}
            </Text>
            <Text as="p" tone="subdued">
              {say("macros.use.text")}
            </Text>
          </BlockStack>
          <TypedList
            label={say("macros.tags")}
            values={draft.tags}
            error={errors["tags"]}
            asKept={tagOf}
            onChange={(tags) => onChange({ tags })}
          />
          <Checkbox
            label={say("macros.closes")}
            helpText={say("macros.closes.help")}
            checked={draft.closes}
            onChange={(closes) => onChange({ closes })}
          />
        </BlockStack>
      </Card>
      {saved ? <Remove name={saved.draft.name} busy={bar.busy} onRemove={remove} /> : null}
    </BlockStack>
  );
}

const NOT_SAVED = ["changed_since", "not_there", "too_many"] as const;

function NotSaved({ outcome }: { outcome: string | undefined }) {
  const say = useWords();
  const why = NOT_SAVED.find((one) => one === outcome);
  return why ? <Banner tone="critical" title={say(`macros.refused.${why}`)} /> : null;
}

function Remove({ name, busy, onRemove }: { name: string; busy: boolean; onRemove: () => void }) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <InlineStack align="end">
        <Button tone="critical" variant="tertiary" onClick={() => setAsking(true)} disabled={busy}>
          {say("macros.remove")}
        </Button>
      </InlineStack>
      <Dialog open={asking} onHide={() => setAsking(false)}>
        <Box padding="400">
          <Text as="p">{say("macros.remove.what")}</Text>
        </Box>
        <TitleBar title={say("macros.remove.title", { name })}>
          <button
            type="button"
            variant="primary"
            tone="critical"
            onClick={() => {
              setAsking(false);
              onRemove();
            }}
          >
            {say("action.remove")}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {say("action.cancel")}
          </button>
        </TitleBar>
      </Dialog>
    </>
  );
}
