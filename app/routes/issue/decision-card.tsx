import { BlockStack, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon, ClockIcon, XCircleIcon } from "@shopify/polaris-icons";
import { useId, useState } from "react";
import type { Reason } from "#app/care/decide/outreach.ts";
import { asSentence } from "#app/components/labels.ts";
import { zonedTime } from "#app/components/zoned-time.ts";
import { useWords } from "#app/components/words.tsx";

const OUTCOMES = {
  pass: { icon: CheckCircleIcon, tone: "success", says: "Nothing against it" },
  hold: { icon: ClockIcon, tone: "caution", says: "Not yet" },
  refuse: { icon: XCircleIcon, tone: "critical", says: "Against it" },
} as const;

const ORDER: Reason["outcome"][] = ["refuse", "hold", "pass"];

type Given = { title: string; summary: string; reasons: Reason[]; zone: string | null };

/** Why the shop would write or would not, rule by rule; what speaks against it stands first. */
export function DecisionCard({ title, summary, reasons, zone }: Given) {
  const [all, setAll] = useState(false);
  const list = useId();
  const sorted = reasons.toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome));
  const passed = reasons.filter(({ outcome }) => outcome === "pass").length;
  const shown = all ? sorted : sorted.slice(0, sorted.length - passed);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{summary}</Text>
        <ul className="attune-reasons" id={list}>
          {shown.map((reason) => (
            <ReasonRow key={reason.rule} reason={reason} zone={zone} />
          ))}
        </ul>
        {passed > 0 ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setAll(!all)} ariaExpanded={all} ariaControls={list}>
              {all ? "Hide what is fulfilled" : fulfilledLabel(passed)}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** What is fulfilled is folded: it is long, and decides nothing. */
const fulfilledLabel = (passed: number) =>
  passed === 1 ? "Show 1 rule that is fulfilled" : `Show ${passed} rules that are fulfilled`;

function ReasonRow({ reason: { outcome, why, until }, zone }: { reason: Reason; zone: string | null }) {
  const say = useWords();
  const { icon, tone, says } = OUTCOMES[outcome];
  return (
    <li>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon source={icon} tone={tone} accessibilityLabel={says} />
        </span>
        <BlockStack>
          <Text as="span" breakWord>
            {asSentence(why)}
          </Text>
          {until ? (
            <Text as="span" variant="bodySm" tone="subdued">
              Until <time dateTime={until}>{zonedTime(say, until, zone)}</time>
            </Text>
          ) : null}
        </BlockStack>
      </InlineStack>
    </li>
  );
}
