import { Badge, BlockStack, Card, Checkbox, InlineStack, Link, Text } from "@shopify/polaris";
import type { AroundText } from "#app/care/review/around-text.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { Below } from "#app/components/draft/around-text.tsx";
import { Checks } from "#app/components/draft/checks.tsx";
import { ReadText } from "#app/components/draft/read-text.tsx";
import { SeverityBadge } from "#app/components/issue-badges.tsx";
import { isolated, languageLabel } from "#app/components/labels.ts";
import { outreachState } from "#app/components/outreach-words.ts";
import { useNow } from "#app/components/relative-time.tsx";
import type { IncidentMember } from "#app/desk/issue-shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Given = {
  member: IncidentMember;
  /** What stands around the text in the mail; null while it does not wait. */
  around: AroundText | null;
  shopZone: string | null;
  included: boolean;
  /** While messages are being approved nothing is taken out or put back. */
  busy: boolean;
  onInclude: (included: boolean) => void;
};

/** One order of the incident and the whole message that its shopper would get. */
export function MemberCard({ member, around, shopZone, included, busy, onInclude }: Given) {
  const say = useWords();
  const { issueId, order, shopper, severity, outreach, message } = member;
  const waiting = outreach?.state === "waiting";
  const now = useNow();
  const { text, tone } = outreachState(say, {
    outreach,
    zones: { theirs: member.shopperZone, shop: shopZone },
    now: now === null ? null : new Date(now).toISOString(),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200" blockAlign="center">
          <InlineStack align="start" gap="200" blockAlign="center">
            {waiting ? (
              <Checkbox
                label={
                  shopper
                    ? say("incident.include", { shopper: isolated(shopper), order: order.name })
                    : say("incident.include.nameless", { order: order.name })
                }
                labelHidden
                checked={included}
                disabled={busy}
                onChange={onInclude}
              />
            ) : null}
            <Text as="h2" variant="headingSm">
              <Link url={`/issues/${issueId}`} removeUnderline>
                {order.name}
              </Link>
            </Text>
            <Text as="span">
              <BidiText>{shopper || say("shopper.noName")}</BidiText>
            </Text>
          </InlineStack>
          <InlineStack align="start" gap="100">
            <SeverityBadge severity={severity} />
            {message ? <Badge>{languageLabel(say, message.draft.language)}</Badge> : null}
            {waiting && !included ? (
              <Badge>{say("incident.takenOut")}</Badge>
            ) : tone ? (
              <Badge tone={tone}>{text}</Badge>
            ) : null}
          </InlineStack>
        </InlineStack>
        {tone ? null : <Text as="p">{text}</Text>}
        {message ? (
          <BlockStack gap="300">
            <Text as="p" fontWeight="semibold" breakWord>
              <span lang={message.draft.language}>
                <BidiText>{around?.subject ?? message.subject}</BidiText>
              </span>
            </Text>
            <ReadText key={message.draft.id} draft={message.draft} />
            {waiting ? (
              <Checks
                checks={message.draft.checks}
                sentences={message.draft.editedBy === null ? message.draft.sentences : []}
              />
            ) : null}
          </BlockStack>
        ) : null}
        {message && around ? <Below of={around.below} language={message.draft.language} /> : null}
      </BlockStack>
    </Card>
  );
}
