import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { dateTimeLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";

type Shown = ConversationDetail["promises"][number];

/** What the shopper was promised, until when and by whom, and what became of it. What is still to be done stands first. */
export function PromisesCard({ promises }: { promises: Shown[] }) {
  if (promises.length === 0) return null;
  const rank = (one: Shown) => (one.keptAt ? 1 : 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Promises
        </Text>
        {promises
          .toSorted((one, other) => rank(one) - rank(other))
          .map((promise) => (
            <PromiseRow key={promise.id} promise={promise} />
          ))}
      </BlockStack>
    </Card>
  );
}

function PromiseRow({ promise }: { promise: Shown }) {
  return (
    <BlockStack gap="150">
      <InlineStack>
        <StateBadge promise={promise} />
      </InlineStack>
      <Text as="p" breakWord>
        “{promise.text}”
      </Text>
      <Text as="p" tone="subdued">
        <When promise={promise} />
      </Text>
      <Text as="p" tone="subdued" breakWord>
        {`Owner: ${promise.owner}. ${promise.saidBy === "person" ? "Written by a person" : "Drafted"} `}
        <RelativeTime at={promise.madeAt} />.
      </Text>
      {promise.keptAt ? null : <Settle promise={promise} />}
    </BlockStack>
  );
}

function StateBadge({ promise }: { promise: Shown }) {
  if (promise.state === "kept") return <Badge tone="success">Kept</Badge>;
  if (promise.state === "broken")
    return promise.keptAt ? <Badge tone="warning">Done late</Badge> : <Badge tone="critical">Broken</Badge>;
  return promise.dueSoon ? <Badge tone="attention">About to break</Badge> : <Badge>Open</Badge>;
}

/** The day in words, and how far it is; what kept it, when something did. */
function When({ promise: { dueDay, dueIn, state, keptAt, keptBy } }: { promise: Shown }) {
  const say = useWords();
  if (keptAt)
    return (
      <>
        {dueDay ? `Due ${dueDay}. ` : ""}
        {`${keptWords(keptBy)} `}
        <time dateTime={keptAt}>{`on ${dateTimeLabel(say, keptAt)}`}</time>.
      </>
    );
  if (!dueDay) return <>No day was named.</>;
  return <>{`${state === "broken" ? "Was due" : "Due"} ${dueDay} (${dueIn}).`}</>;
}

const KEPT_BY: Record<string, string> = {
  message: "Kept by a reply",
  fulfillment: "Kept by a parcel",
  refund: "Kept by a refund",
};

const keptWords = (keptBy: string | null): string => KEPT_BY[keptBy?.split(":")[0] ?? ""] ?? "Marked as done";

function Settle({ promise: { id, text, state, dueAt } }: { promise: Shown }) {
  const fetcher = useFetcher<typeof clientAction>({ key: `promise:${id}` });
  useOutcomeToast(fetcher.data);
  const chosen = fetcher.formData?.get("as");
  const settle = (as: string) => fetcher.submit({ intent: "promise", promiseId: id, as }, { method: "post" });
  const choices = {
    kept: "Mark as done",
    ...(state === "open" && dueAt ? { later: "A working day later" } : {}),
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        {Object.entries(choices).map(([as, label]) => (
          <Button
            key={as}
            size="slim"
            onClick={() => settle(as)}
            loading={chosen === as}
            disabled={fetcher.state !== "idle"}
            accessibilityLabel={`${label}: ${text}`}
          >
            {label}
          </Button>
        ))}
      </InlineStack>
      {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
    </BlockStack>
  );
}
