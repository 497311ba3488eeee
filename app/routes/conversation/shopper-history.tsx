import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { SeverityBadge } from "#app/components/issue-badges.tsx";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { emotionLabel, intentLabel, statusLabel } from "#app/components/labels.ts";
import { Folded } from "#app/components/order/folded.tsx";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { Subject } from "#app/components/subject.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedDay } from "#app/components/zoned-time.ts";
import type { PastConversation, ShownShopper } from "#app/desk/shopper-shapes.ts";
import { ratingWords } from "./shopper-words.ts";

const SHOWN = 3;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

const Nothing = ({ children }: { children: string }) => (
  <Text as="p" tone="subdued">
    {children}
  </Text>
);

/** What was before, and how it ended. */
export function PastConversations({ shopper: { past, more } }: { shopper: ShownShopper }) {
  const say = useWords();
  return (
    <Section title={say("conversation.shopper.before")}>
      {past.length === 0 ? (
        <Nothing>{say("conversation.shopper.first")}</Nothing>
      ) : (
        <Folded
          most={SHOWN}
          all={`conversation.shopper.${more ? "lastBefore" : "allBefore"}`}
          items={past.map((one) => (
            <Past key={one.id} past={one} />
          ))}
        />
      )}
      {more ? <Nothing>{say("conversation.shopper.older")}</Nothing> : null}
    </Section>
  );
}

function Past({ past }: { past: PastConversation }) {
  const say = useWords();
  const { id, subject, status, intent, emotion, unsure, updatedAt, rating } = past;
  const ended = [
    statusLabel(say, status),
    ...(intent ? [intentLabel(say, intent)] : []),
    ...(emotion && !unsure ? [emotionLabel(say, emotion)] : []),
  ];
  return (
    <li>
      <Text as="p">
        <Link url={`/inbox/${id}`}>
          <Subject>{subject || say("conversation.shopper.noSubject")}</Subject>
        </Link>
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {ended.join(" · ")} · <RelativeTime at={updatedAt} />
      </Text>
      {rating ? <Badge tone={rating.good ? "success" : "attention"}>{ratingWords(say, rating)}</Badge> : null}
    </li>
  );
}

/** What went wrong with their orders, and whether it still does. */
export function Problems({ issues }: Pick<ShownShopper, "issues">) {
  const say = useWords();
  if (issues.length === 0) return null;
  return (
    <Section title={say("conversation.shopper.problems")}>
      <Folded
        most={SHOWN}
        all="conversation.shopper.allProblems"
        items={issues.map(({ id, kind, status, severity, order }) => (
          <li key={id}>
            <InlineStack gap="100" blockAlign="center">
              {status === "open" ? (
                <SeverityBadge severity={severity} />
              ) : (
                <Badge tone={status === "resolved" ? "success" : undefined}>{statusLabel(say, status)}</Badge>
              )}
              <Link url={`/issues/${id}`}>{issueKindLabel(say, kind)}</Link>
              <Text as="span" tone="subdued">
                {order.name}
              </Text>
            </InlineStack>
          </li>
        ))}
      />
    </Section>
  );
}

export function Promises({ promises }: Pick<ShownShopper, "promises">) {
  const say = useWords();
  const { open, kept, broken } = promises;
  return (
    <Section title={say("conversation.shopper.promises")}>
      {open + kept + broken === 0 ? (
        <Nothing>{say("conversation.shopper.promises.none")}</Nothing>
      ) : (
        <InlineStack gap="100">
          {open ? (
            <Badge tone="info">{say("conversation.shopper.promises.open", { count: open })}</Badge>
          ) : null}
          {kept ? (
            <Badge tone="success">{say("conversation.shopper.promises.kept", { count: kept })}</Badge>
          ) : null}
          {broken ? (
            <Badge tone="critical">{say("conversation.shopper.promises.broken", { count: broken })}</Badge>
          ) : null}
        </InlineStack>
      )}
    </Section>
  );
}

/**
 * What of our mail they opted out of, and whether they take the shop's marketing. A scope that a later release knows stops something
 * all the same: it is said by its code.
 */
export function Consent({ shopper, zone }: { shopper: ShownShopper; zone: string | null }) {
  const say = useWords();
  const { optOuts, marketing } = shopper;
  const words = (scope: string, date: string) => {
    const key = `conversation.shopper.optOut.${scope}`;
    return say.knows(key) ? say(key, { date }) : statusLabel(say, scope);
  };
  return (
    <Section title={say("conversation.shopper.consent")}>
      {optOuts.length === 0 ? (
        <Nothing>{say("conversation.shopper.consent.none")}</Nothing>
      ) : (
        <InlineStack gap="100">
          {optOuts.map(({ scope, since }) => (
            <Badge key={scope} tone={scope === "all" ? "critical" : "warning"}>
              {words(scope, zonedDay(say, since, zone))}
            </Badge>
          ))}
        </InlineStack>
      )}
      {marketing ? (
        <Text as="p" tone="subdued">
          {marketing.since
            ? say("conversation.shopper.marketing.since", {
                state: marketing.state,
                date: zonedDay(say, marketing.since, zone),
              })
            : say("conversation.shopper.marketing", { state: marketing.state })}
        </Text>
      ) : null}
    </Section>
  );
}
