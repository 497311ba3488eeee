import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { Download } from "#app/components/download.tsx";
import { dateLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";

type Request = { id: string; requestKey: string; state: string; requestedAt: string; readyAt: string | null };

/** Shoppers' data requests, each with the file that answers it once it is ready. */
export function DataRequestsCard({ requests }: { requests: Request[] }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        {requests.length === 0 ? (
          <Text as="p" tone="subdued">
            {say("settings.privacy.none")}
          </Text>
        ) : (
          requests.map((request) => (
            <InlineStack key={request.id} align="space-between" blockAlign="center" gap="200">
              <Text as="span">
                {say("settings.privacy.request", {
                  key: request.requestKey,
                  date: dateLabel(say, request.requestedAt),
                })}
              </Text>
              {request.readyAt ? (
                <Download
                  address={`/data-requests/${request.id}`}
                  name={`data-request-${request.requestKey}.json`}
                  label={say("settings.privacy.download")}
                />
              ) : (
                <Badge tone="info">{say("settings.privacy.preparing")}</Badge>
              )}
            </InlineStack>
          ))
        )}
      </BlockStack>
    </Card>
  );
}
