import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useNow } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { ShownClock, ShownLevel } from "#app/desk/show-level.server.ts";
import { clockStateLabel } from "./level-words.ts";
import { useLevel } from "./use-level.ts";

type Given = {
  conversationId: string;
  /** Another one when something of the conversation changed (its `updatedAt`). */
  version: string;
  /** What the page came with: the card has its place from the first. */
  loaded: ShownLevel | null;
};

/** By when a conversation is to be answered and closed, and how the shopper said that it went. */
export function ServiceLevelCard({ conversationId, version, loaded }: Given) {
  const say = useWords();
  const level = useLevel(conversationId, version, loaded);
  if (!level || (level.clocks.length === 0 && !level.rating && !level.receiptBy)) return null;
  const { clocks, receiptBy, rating, timeZone } = level;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {say("levels.state.heading")}
        </Text>
        {clocks.map((clock) => (
          <ClockRow key={clock.clock} clock={clock} timeZone={timeZone} />
        ))}
        {receiptBy ? (
          <Text as="p" tone="subdued">
            {say("levels.state.receipt", { by: zonedTime(say, receiptBy, timeZone) })}
          </Text>
        ) : null}
        {rating ? <Rating rating={rating} /> : null}
      </BlockStack>
    </Card>
  );
}

const TONES = { paused: undefined, met: "success", late: "warning", missed: "critical" } as const;

function ClockRow({ clock, timeZone }: { clock: ShownClock; timeZone: string }) {
  const say = useWords();
  const now = useNow();
  const { state, atRisk, dueAt } = clock;
  const tone = state === "running" ? (atRisk ? "attention" : "info") : TONES[state];
  return (
    <BlockStack gap="050">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span">{say(`levels.clock.${clock.clock}`)}</Text>
        <Badge tone={tone}>{clockStateLabel(say, clock, now)}</Badge>
      </InlineStack>
      {dueAt && (state === "running" || state === "missed") ? (
        <Text as="p" variant="bodySm" tone="subdued">
          <time dateTime={dueAt}>{zonedTime(say, dueAt, timeZone)}</time>
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Rating({ rating: { rating, scale, comment } }: { rating: NonNullable<ShownLevel["rating"]> }) {
  const say = useWords();
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span">{say("levels.state.rating")}</Text>
        <Badge tone={rating <= scale / 2 ? "critical" : rating >= scale - 1 ? "success" : undefined}>
          {say("levels.state.ratingOf", { rating, scale })}
        </Badge>
      </InlineStack>
      {comment ? <BidiText lines>{comment}</BidiText> : null}
    </BlockStack>
  );
}
