import { TitleBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Box, Button, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { PowerStatement, usePower } from "./power-card.tsx";

type Given = { fields: Pick<Fields, "holdOut" | "share">; errors: Errors; onChange: Change };

/** Learning by chance whether writing first helps: off until the owner has read what it means and what it can show here. */
export function HoldOutCard({ fields, errors, onChange }: Given) {
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            Hold some messages back, by chance
          </Text>
          <Badge tone={fields.holdOut ? "info" : undefined}>{fields.holdOut ? "On" : "Off"}</Badge>
        </InlineStack>
        <Text as="p">
          Of the shoppers who would be written to, a few are not, chosen by chance. What happens afterwards
          (who asks, who gets money back, who buys again) shows whether writing first helps.
        </Text>
        {fields.holdOut ? (
          <SwitchedOn fields={fields} errors={errors} onChange={onChange} />
        ) : (
          <InlineStack>
            <Button onClick={() => setAsking(true)}>Switch on …</Button>
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
  const power = usePower(fields.share);
  return (
    <>
      <Box maxWidth="16rem">
        <TextField
          label="Share held back"
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
        <Button onClick={() => onChange({ holdOut: false })}>Switch off</Button>
        <Button url="/issues/results" variant="plain">
          See results
        </Button>
      </InlineStack>
    </>
  );
}

type Ask = { open: boolean; share: string; onClose: () => void; onSwitchOn: () => void };

/** What it can show here is read before it can be switched on. */
function Asking({ open, share, onClose, onSwitchOn }: Ask) {
  const power = usePower(open ? share : null);
  return (
    <Dialog open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <PowerStatement {...power} />
          <Text as="p">
            Who is held back is decided once per shopper and kind of problem, and stays so. They are answered
            like everybody else as soon as they ask.
          </Text>
          <Text as="p">Nobody is held back:</Text>
          <List>
            <List.Item>
              while they can still act: a failed delivery, a bad address, a gift or a needed-by date;
            </List.Item>
            <List.Item>
              where their money is at stake, something may be unsafe or does not keep, or somebody is
              vulnerable;
            </List.Item>
            <List.Item>where the law asks you to tell of a delay, or a promise about it is open.</List.Item>
          </List>
        </BlockStack>
      </Box>
      <TitleBar title="Hold some messages back?">
        <button type="button" variant="primary" onClick={onSwitchOn} disabled={!power.data}>
          Switch on
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </TitleBar>
    </Dialog>
  );
}
