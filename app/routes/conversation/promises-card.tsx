import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { dateTimeLabel, isolated } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { agoFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { dueDay } from "./due-day.ts";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords, Words } from "#app/components/words.tsx";

type Shown = ConversationDetail["promises"][number];

/** What the shopper was promised, until when and by whom, and what became of it. What is still to be done stands first. */
export function PromisesCard({ promises, zone }: { promises: Shown[]; zone: string | null }) {
  const say = useWords();
  if (promises.length === 0) return null;
  const rank = (one: Shown) => (one.keptAt ? 1 : 0);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("conversation.promises.title")}
        </Text>
        {promises
          .toSorted((one, other) => rank(one) - rank(other))
          .map((promise) => (
            <PromiseRow key={promise.id} promise={promise} zone={zone} />
          ))}
      </BlockStack>
    </Card>
  );
}

function PromiseRow({ promise, zone }: { promise: Shown; zone: string | null }) {
  const say = useWords();
  return (
    <BlockStack gap="150">
      <InlineStack>
        <StateBadge promise={promise} />
      </InlineStack>
      <Text as="p" breakWord>
        {promise.told ? say("conversation.promise.quoted", { text: promise.text }) : handedOver(say, promise)}
      </Text>
      <Text as="p" tone="subdued">
        <When promise={promise} zone={zone} />
      </Text>
      <Text as="p" tone="subdued" breakWord>
        {promise.told ? (
          <Words
            of="conversation.promise.owner"
            values={{
              owner: promise.owner,
              by: promise.saidBy ?? "draft",
              ago: <RelativeTime at={promise.madeAt} />,
            }}
          />
        ) : (
          <Words of="conversation.promise.untold" values={{ ago: <RelativeTime at={promise.madeAt} /> }} />
        )}
      </Text>
      {promise.keptAt ? null : <Settle promise={promise} />}
    </BlockStack>
  );
}

/** No reply has said it: there are no words of it to quote. */
const handedOver = (say: Say, { owner }: Shown): string =>
  say("conversation.promise.handedOver", { owner: isolated(owner) });

function StateBadge({ promise }: { promise: Shown }) {
  const say = useWords();
  if (promise.state === "kept") return <Badge tone="success">{say("conversation.promise.state.kept")}</Badge>;
  if (promise.state === "broken")
    return promise.keptAt ? (
      <Badge tone="warning">{say("conversation.promise.state.doneLate")}</Badge>
    ) : (
      <Badge tone="critical">{say("conversation.promise.state.broken")}</Badge>
    );
  return promise.dueSoon ? (
    <Badge tone="attention">{say("conversation.promise.state.aboutToBreak")}</Badge>
  ) : (
    <Badge>{say("conversation.promise.state.open")}</Badge>
  );
}

/** The day in words, and how far it is; what kept it, when something did. */
function When({ promise, zone }: { promise: Shown; zone: string | null }) {
  const say = useWords();
  const { state, keptAt, keptBy } = promise;
  const day = dueDay(say, promise, zone) ?? "none";
  if (keptAt)
    return (
      <Words
        of="conversation.promise.keptOn"
        values={{
          day,
          by: keptBy?.split(":")[0] ?? "staff",
          at: <time dateTime={keptAt}>{dateTimeLabel(say, keptAt)}</time>,
        }}
      />
    );
  if (promise.dueInDays === null) return <>{say("conversation.promise.noDay")}</>;
  const when = { day, away: agoFormat(say, { numeric: "auto" }).format(promise.dueInDays, "day") };
  return <>{say(state === "broken" ? "conversation.promise.wasDue" : "conversation.promise.due", when)}</>;
}

function Settle({ promise }: { promise: Shown }) {
  const say = useWords();
  const { id, state, dueAt } = promise;
  const text = promise.told ? promise.text : handedOver(say, promise);
  const fetcher = useFetcher<typeof clientAction>({ key: `promise:${id}` });
  useOutcomeToast(fetcher.data);
  const chosen = fetcher.formData?.get("as");
  const settle = (as: string) => fetcher.submit({ intent: "promise", promiseId: id, as }, { method: "post" });
  const choices = ["kept", ...(state === "open" && dueAt ? (["later"] as const) : [])] as const;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        {choices.map((as) => (
          <Button
            key={as}
            size="slim"
            onClick={() => settle(as)}
            loading={chosen === as}
            disabled={fetcher.state !== "idle"}
            accessibilityLabel={say(`conversation.promise.settleIt.${as}`, { text })}
          >
            {say(`conversation.promise.settle.${as}`)}
          </Button>
        ))}
      </InlineStack>
      {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
    </BlockStack>
  );
}
