import { BlockStack, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon, ClockIcon, XCircleIcon } from "@shopify/polaris-icons";
import { useId, useState } from "react";
import type { Reason } from "#app/care/decide/outreach.ts";
import { reasonInWords } from "#app/components/reason-words.ts";
import { zonedTime } from "#app/components/zoned-time.ts";
import { useWords, Words } from "#app/components/words.tsx";

const OUTCOMES = {
  pass: { icon: CheckCircleIcon, tone: "success" },
  hold: { icon: ClockIcon, tone: "caution" },
  refuse: { icon: XCircleIcon, tone: "critical" },
} as const;

const ORDER: Reason["outcome"][] = ["refuse", "hold", "pass"];

type Given = { title: string; summary: string; reasons: Reason[]; zone: string | null };

/** Why the shop would write or would not, rule by rule; what speaks against it stands first. What is fulfilled is folded: it is long, and decides nothing. */
export function DecisionCard({ title, summary, reasons, zone }: Given) {
  const say = useWords();
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
              {all ? say("issue.rules.hide") : say("issue.rules.show", { count: passed })}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function ReasonRow({ reason, zone }: { reason: Reason; zone: string | null }) {
  const say = useWords();
  const { outcome, until } = reason;
  const { icon, tone } = OUTCOMES[outcome];
  return (
    <li>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon source={icon} tone={tone} accessibilityLabel={say(`issue.rule.${outcome}`)} />
        </span>
        <BlockStack>
          <Text as="span" breakWord>
            {reasonInWords(say, reason)}
          </Text>
          {until ? (
            <Text as="span" variant="bodySm" tone="subdued">
              <Words
                of="issue.rule.until"
                values={{ when: <time dateTime={until}>{zonedTime(say, until, zone)}</time> }}
              />
            </Text>
          ) : null}
        </BlockStack>
      </InlineStack>
    </li>
  );
}
