import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { RecentAlert } from "#app/desk/recent-alerts.server.ts";
import type { Fields } from "./fields.ts";
import type { Change, Errors } from "./form-parts.ts";
import { RecentAlerts } from "./recent-alerts.tsx";
import { useTestAlert } from "./use-test-alert.ts";

type AlertPart = Pick<
  Fields,
  "alertsOn" | "alertName" | "alertAddress" | "webhookUrl" | "secretVersion" | "repeatMinutes" | "most"
>;
type Given = {
  fields: AlertPart;
  saved: AlertPart;
  /** What calls are signed with, as it is saved. */
  secret: string;
  recent: RecentAlert[];
  timeZone: string;
  errors: Errors;
  onChange: Change;
};

/** Whom what cannot wait is told to, at any hour. */
export function AlertsCard({ fields, saved, secret, recent, timeZone, errors, onChange }: Given) {
  const say = useWords();
  const test = useTestAlert(recent);
  const reaches = saved.alertAddress !== "" || saved.webhookUrl !== "";
  const changed = (["alertName", "alertAddress", "webhookUrl", "secretVersion"] as const).some(
    (name) => fields[name] !== saved[name],
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={say("levels.alerts.on")}
          helpText={say("levels.alerts.on.help")}
          checked={fields.alertsOn}
          onChange={(alertsOn) => onChange({ alertsOn })}
        />
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label={say("levels.alerts.name")}
              value={fields.alertName}
              onChange={(alertName) => onChange({ alertName })}
              error={errors["alertName"]}
              maxLength={120}
              autoComplete="off"
            />
            <TextField
              label={say("levels.alerts.address")}
              type="email"
              value={fields.alertAddress}
              onChange={(alertAddress) => onChange({ alertAddress })}
              error={errors["alertAddress"]}
              autoComplete="off"
            />
          </FormLayout.Group>
          <TextField
            label={say("levels.alerts.webhook")}
            type="url"
            value={fields.webhookUrl}
            onChange={(webhookUrl) => onChange({ webhookUrl })}
            error={errors["webhookUrl"]}
            helpText={say("levels.alerts.webhook.help")}
            autoComplete="off"
          />
          {saved.webhookUrl === "" ? null : (
            <Secret
              secret={secret}
              renewed={fields.secretVersion !== saved.secretVersion}
              onRenew={() => onChange({ secretVersion: saved.secretVersion + 1 })}
            />
          )}
          <FormLayout.Group condensed>
            <TextField
              label={say("levels.alerts.repeat")}
              type="number"
              suffix={say("levels.minutes")}
              value={fields.repeatMinutes}
              onChange={(repeatMinutes) => onChange({ repeatMinutes })}
              error={errors["repeatMinutes"]}
              autoComplete="off"
            />
            <TextField
              label={say("levels.alerts.most")}
              type="number"
              suffix={say("levels.alerts.times")}
              value={fields.most}
              onChange={(most) => onChange({ most })}
              error={errors["most"]}
              autoComplete="off"
            />
          </FormLayout.Group>
        </FormLayout>
        <BlockStack gap="200">
          <InlineStack>
            <Button onClick={test.send} loading={test.state === "sending"} disabled={!reaches || changed}>
              {say("levels.alerts.test")}
            </Button>
          </InlineStack>
          <Text as="p" tone="subdued">
            {reaches && !changed ? say("levels.alerts.test.help") : say("levels.alerts.test.save")}
          </Text>
          {test.state === "lost" ? (
            <Text as="p" tone="critical">
              {say("levels.alerts.test.lost")}
            </Text>
          ) : null}
        </BlockStack>
        <RecentAlerts alerts={test.recent} timeZone={timeZone} />
      </BlockStack>
    </Card>
  );
}

/** What a receiver checks a call by: shown when somebody asks for it. */
function Secret({ secret, renewed, onRenew }: { secret: string; renewed: boolean; onRenew: () => void }) {
  const say = useWords();
  const [shown, setShown] = useState(false);
  return (
    <Box>
      <TextField
        label={say("levels.alerts.secret")}
        value={shown ? secret : "•".repeat(24)}
        readOnly
        autoComplete="off"
        helpText={renewed ? say("levels.alerts.secret.renewed") : say("levels.alerts.secret.help")}
        connectedRight={
          <Button onClick={() => setShown(!shown)} pressed={shown}>
            {shown ? say("levels.alerts.secret.hide") : say("levels.alerts.secret.show")}
          </Button>
        }
        labelAction={{ content: say("levels.alerts.secret.renew"), onAction: onRenew }}
      />
    </Box>
  );
}
