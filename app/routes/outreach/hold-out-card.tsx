import { TitleBar } from "@shopify/app-bridge-react";
import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  List,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { Dialog } from "#app/components/dialog.tsx";
import type { Change, Errors } from "./form-parts.ts";
import type { Fields } from "./fields.ts";

/** Whether this shop's volume can answer within six months, said before it can be switched on. */
export type Power = { able: boolean; statement: string };

type Given = {
  fields: Pick<Fields, "holdOut" | "share">;
  errors: Errors;
  power: Power;
  onChange: Change;
};

/** Learning by chance whether writing first helps: off until the owner has read what it means and what it can show here. */
export function HoldOutCard({ fields, errors, power, onChange }: Given) {
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            Hold some messages back, by chance
          </Text>
          <Badge tone={fields.holdOut ? "info" : undefined}>{fields.holdOut ? "On" : "Off"}</Badge>
        </InlineStack>
        <Text as="p">
          Of the shoppers who would be written to, a few are not, chosen by chance. What happens afterwards
          (who asks, who wants the money back, who buys again) shows whether writing first helps.
        </Text>
        {fields.holdOut ? (
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
            <InlineStack gap="200">
              <Button onClick={() => onChange({ holdOut: false })}>Switch off</Button>
              <Button url="/issues/results" variant="plain">
                See results
              </Button>
            </InlineStack>
          </>
        ) : (
          <InlineStack>
            <Button onClick={() => setAsking(true)}>Switch on …</Button>
          </InlineStack>
        )}
      </BlockStack>
      <Asking
        open={asking}
        power={power}
        onClose={() => setAsking(false)}
        onSwitchOn={() => {
          setAsking(false);
          onChange({ holdOut: true });
        }}
      />
    </Card>
  );
}

type Ask = { open: boolean; power: Power; onClose: () => void; onSwitchOn: () => void };

function Asking({ open, power, onClose, onSwitchOn }: Ask) {
  return (
    <Dialog open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <Banner tone={power.able ? "info" : "warning"} title="What it can show in your store">
            {power.statement}
          </Banner>
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
            <List.Item>where the law asks you to tell of a delay, or a promise is about to break.</List.Item>
          </List>
        </BlockStack>
      </Box>
      <TitleBar title="Hold some messages back?">
        <button type="button" variant="primary" onClick={onSwitchOn}>
          Switch on
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </TitleBar>
    </Dialog>
  );
}
