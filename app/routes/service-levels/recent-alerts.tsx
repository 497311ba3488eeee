import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { zonedTime } from "#app/components/zoned-time.ts";
import { useWords } from "#app/components/words.tsx";
import type { RecentAlert } from "#app/desk/recent-alerts.server.ts";
import { sendLabel } from "./level-words.ts";

/** What was told lately, and whether it arrived. */
export function RecentAlerts({ alerts, timeZone }: { alerts: RecentAlert[]; timeZone: string }) {
  const say = useWords();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say("levels.alerts.recent")}
      </Text>
      <div aria-live="polite">
        {alerts.length === 0 ? (
          <Text as="p" tone="subdued">
            {say("levels.alerts.recent.none")}
          </Text>
        ) : (
          <ul className="attune-levels">
            {alerts.map((alert) => (
              <li key={alert.id}>
                <BlockStack gap="100">
                  <InlineStack gap="200" blockAlign="center">
                    {alert.conversationId ? (
                      <Link url={`/inbox/${alert.conversationId}`} removeUnderline>
                        {say(`levels.alerts.reason.${alert.reason}`)}
                      </Link>
                    ) : (
                      <Text as="span" fontWeight="medium">
                        {say(`levels.alerts.reason.${alert.reason}`)}
                      </Text>
                    )}
                    {alert.reason === "test" ? null : (
                      <Badge tone={alert.state === "open" ? "attention" : undefined}>
                        {say(`levels.alerts.state.${alert.state}`)}
                      </Badge>
                    )}
                    <Text as="span" tone="subdued">
                      {zonedTime(say, alert.openedAt, timeZone)}
                    </Text>
                  </InlineStack>
                  {alert.sends.map((send) => (
                    <Text as="p" key={send.id} tone={send.status === "failed" ? "critical" : "subdued"}>
                      {sendLabel(say, send)}
                      {send.status === "failed" && send.response ? ` (${send.response})` : null}
                    </Text>
                  ))}
                </BlockStack>
              </li>
            ))}
          </ul>
        )}
      </div>
    </BlockStack>
  );
}
