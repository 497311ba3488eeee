import { BlockStack, Button, Icon, InlineStack, Link, Text, Tooltip } from "@shopify/polaris";
import {
  AlertTriangleIcon,
  CalendarTimeIcon,
  CheckCircleIcon,
  DeliveryIcon,
  EmailIcon,
  OrderIcon,
} from "@shopify/polaris-icons";
import { useState, type ReactNode } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { issueKindLabel, spanLabel } from "#app/components/issue-labels.ts";
import { moneyLabel, statusLabel, withinSentence } from "#app/components/labels.ts";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { zonedDay, zonedHour, zonedTime } from "#app/components/zoned-time.ts";
import type { Say } from "#app/words/say.ts";
import type { TimelineItem } from "#app/desk/timeline.ts";
import { useWords } from "#app/components/words.tsx";

type Given = { items: TimelineItem[]; zone: string | null; withOrders: boolean };

/** The newest are enough to begin with; what came before is one click away. */
const SHOWN = 12;

/** What happened and what was said, day by day where the shop is, the parcel's silences drawn as what they are. */
export function Timeline({ items, zone, withOrders }: Given) {
  const say = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(-SHOWN);
  const earlier = items.length - shown.length;
  return (
    <BlockStack gap="400">
      {earlier > 0 ? (
        <InlineStack>
          <Button variant="plain" onClick={() => setAll(true)}>
            {say("issue.timeline.earlier", { count: earlier })}
          </Button>
        </InlineStack>
      ) : null}
      <ol className="attune-days">
        {daysOf(say, shown, zone).map(({ day, entries }) => (
          <li key={day}>
            <Text as="h3" variant="bodySm" fontWeight="semibold" tone="subdued">
              {day}
            </Text>
            <ol className="attune-timeline">
              {entries.map((item) => (
                <Entry key={item.key} item={item} zone={zone} withOrder={withOrders} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </BlockStack>
  );
}

function daysOf(say: Say, items: TimelineItem[], zone: string | null) {
  const days: { day: string; entries: TimelineItem[] }[] = [];
  for (const item of items) {
    const day = zonedDay(say, item.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(item);
    else days.push({ day, entries: [item] });
  }
  return days;
}

type One = { item: TimelineItem; zone: string | null; withOrder: boolean };

function Entry({ item, zone, withOrder }: One) {
  const say = useWords();
  if (item.what === "silence") {
    return (
      <li data-what="silence">
        <span aria-hidden />
        <span aria-hidden />
        <Text as="span" tone={item.until ? "subdued" : "caution"}>
          {silenceInWords(say, item)}
        </Text>
      </li>
    );
  }
  const { icon, tone, words, more } = entryOf(say, item);
  return (
    <li data-what={item.what}>
      <EntryTime at={item.at} zone={zone} />
      <span className="attune-timeline-mark">
        <Icon source={icon} tone={tone} />
      </span>
      <BlockStack gap="050">
        <Text as="span" breakWord>
          {words}
          {withOrder && item.order ? (
            <Text as="span" tone="subdued">
              {` · ${item.order.name}`}
            </Text>
          ) : null}
        </Text>
        {more}
      </BlockStack>
    </li>
  );
}

/** The hour; on focus or under the pointer the whole time where the shop is, and how long ago that is. */
function EntryTime({ at, zone }: { at: string; zone: string | null }) {
  const say = useWords();
  const ago = useRelativeTime(at);
  return (
    <Tooltip content={say("issue.timeline.at", { when: zonedTime(say, at, zone), ago })} dismissOnMouseOut>
      <time dateTime={at} className="attune-timeline-hour">
        {zonedHour(say, at, zone)}
      </time>
    </Tooltip>
  );
}

type Said = {
  icon: typeof OrderIcon;
  tone?: "critical" | "caution" | "success" | "subdued" | "base" | "info";
  words: ReactNode;
  more?: ReactNode;
};

function entryOf(say: Say, item: Exclude<TimelineItem, { what: "silence" }>): Said {
  switch (item.what) {
    case "order":
      return { ...HAPPENED[item.happened], words: happening(say, item) };
    case "expected":
      return {
        icon: CalendarTimeIcon,
        tone: "subdued",
        words: say("issue.timeline.expected", { carrier: item.carrier ?? UNKNOWN }),
      };
    case "message":
      return {
        icon: EmailIcon,
        tone: item.direction === "in" ? "info" : "base",
        words: (
          <Link url={`/inbox/${item.conversationId}`} removeUnderline>
            {say(`issue.timeline.${writer(item)}`)}
          </Link>
        ),
        more: (
          <Text as="span" tone="subdued">
            <BidiText>
              {item.text ? say("issue.timeline.quote", { text: item.text }) : say("issue.timeline.noText")}
            </BidiText>
          </Text>
        ),
      };
    case "issue":
      return issueEntry(say, item);
  }
}

const writer = ({ automatic, direction }: Extract<TimelineItem, { what: "message" }>) =>
  automatic ? "automatic" : direction === "in" ? "shopperWrote" : "youWrote";

function issueEntry(say: Say, { happened, kind }: Extract<TimelineItem, { what: "issue" }>): Said {
  const label = issueKindLabel(say, kind);
  return happened === "known"
    ? { icon: AlertTriangleIcon, tone: "caution", words: <strong>{label}</strong> }
    : {
        icon: CheckCircleIcon,
        tone: "success",
        words: say(`issue.timeline.${happened}`, { kind: withinSentence(say, label) }),
      };
}

type Happening = Extract<TimelineItem, { what: "order" }>;

const HAPPENED: Record<Happening["happened"], Pick<Said, "icon" | "tone">> = {
  placed: { icon: OrderIcon },
  edited: { icon: OrderIcon },
  closed: { icon: OrderIcon },
  cancelled: { icon: OrderIcon, tone: "critical" },
  refunded: { icon: OrderIcon },
  shipped: { icon: DeliveryIcon },
  delivered: { icon: DeliveryIcon, tone: "success" },
  carrier_event: { icon: DeliveryIcon },
};

/** What a message does without where it is not known. */
const UNKNOWN = "unknown";

function happening(say: Say, { happened, detail, carrier }: Happening): string {
  switch (happened) {
    case "placed":
    case "edited":
    case "closed":
      return say(`issue.timeline.${happened}`);
    case "cancelled": {
      const reason = detail ? withinSentence(say, statusLabel(say, detail)) : "none";
      return say("issue.timeline.cancelled", { reason });
    }
    case "refunded":
      return say("issue.timeline.refunded", { amount: amountOf(say, detail) });
    case "shipped":
      return say("issue.timeline.shipped", { carrier: carrier ?? UNKNOWN });
    case "delivered":
      return say("issue.timeline.delivered", { carrier: carrier ?? UNKNOWN, place: placeOf(detail) });
    case "carrier_event": {
      const status = statusLabel(say, detail?.split(", ")[0] ?? "");
      return say("issue.timeline.carrier_event", { status, place: placeOf(detail) });
    }
  }
}

/** The city of "in_transit, Leipzig". */
function placeOf(detail: string | null): string {
  const [, ...city] = detail?.split(", ") ?? [];
  return city.join(", ") || UNKNOWN;
}

function amountOf(say: Say, detail: string | null): string {
  const [amount, currency] = detail?.split(" ") ?? [];
  return amount && currency ? moneyLabel(say, { amount, currency }) : "";
}

const silenceInWords = (say: Say, { carrier, ms, until }: Extract<TimelineItem, { what: "silence" }>) =>
  say("issue.timeline.silence", {
    span: spanLabel(say, ms),
    carrier: carrier ?? UNKNOWN,
    until: until ? "later" : "now",
  });
