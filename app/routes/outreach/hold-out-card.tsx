import { TitleBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Box, Button, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { PowerStatement, usePower } from "./power-card.tsx";

type Given = { fields: Pick<Fields, "holdOut" | "share">; errors: Errors; onChange: Change };

/** Learning by chance whether writing first helps: off until the owner has read what it means and what it can show here. */
export function HoldOutCard({ fields, errors, onChange }: Given) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {say("outreach.holdOut.heading")}
          </Text>
          <Badge tone={fields.holdOut ? "info" : undefined}>
            {fields.holdOut ? say("outreach.holdOut.on") : say("outreach.holdOut.off")}
          </Badge>
        </InlineStack>
        <Text as="p">{say("outreach.holdOut.what")}</Text>
        {fields.holdOut ? (
          <SwitchedOn fields={fields} errors={errors} onChange={onChange} />
        ) : (
          <InlineStack>
            <Button onClick={() => setAsking(true)}>{say("outreach.holdOut.switchOn")}</Button>
          </InlineStack>
        )}
      </BlockStack>
      <Asking
        open={asking}
        share={fields.share}
        onClose={() => setAsking(false)}
        onSwitchOn={() => {
          setAsking(false);
          onChange({ holdOut: true });
        }}
      />
    </Card>
  );
}

function SwitchedOn({ fields, errors, onChange }: Given) {
  const say = useWords();
  const power = usePower(fields.share);
  return (
    <>
      <Box maxWidth="16rem">
        <TextField
          label={say("outreach.holdOut.share")}
          type="number"
          min={5}
          max={50}
          suffix="%"
          value={fields.share}
          onChange={(share) => onChange({ share })}
          error={errors["share"]}
          autoComplete="off"
        />
      </Box>
      <div aria-live="polite">
        <PowerStatement {...power} />
      </div>
      <InlineStack gap="200" blockAlign="center">
        <Button onClick={() => onChange({ holdOut: false })}>{say("outreach.holdOut.switchOff")}</Button>
        <Button url="/issues/results" variant="plain">
          {say("outreach.holdOut.results")}
        </Button>
      </InlineStack>
    </>
  );
}

type Ask = { open: boolean; share: string; onClose: () => void; onSwitchOn: () => void };

/** What it can show here is read before it can be switched on. */
function Asking({ open, share, onClose, onSwitchOn }: Ask) {
  const say = useWords();
  const power = usePower(open ? share : null);
  return (
    <Dialog open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <PowerStatement {...power} />
          <Text as="p">{say("outreach.holdOut.ask.once")}</Text>
          <Text as="p">{say("outreach.holdOut.nobody")}</Text>
          <List>
            <List.Item>{say("outreach.holdOut.nobody.act")}</List.Item>
            <List.Item>{say("outreach.holdOut.nobody.stake")}</List.Item>
            <List.Item>{say("outreach.holdOut.nobody.law")}</List.Item>
          </List>
        </BlockStack>
      </Box>
      <TitleBar title={say("outreach.holdOut.ask")}>
        <button type="button" variant="primary" onClick={onSwitchOn} disabled={!power.data}>
          {say("outreach.holdOut.ask.switchOn")}
        </button>
        <button type="button" onClick={onClose}>
          {say("action.cancel")}
        </button>
      </TitleBar>
    </Dialog>
  );
}
