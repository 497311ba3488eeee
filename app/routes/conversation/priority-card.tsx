import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { PRIORITY_TONES } from "#app/components/conversation-badges.tsx";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { countLabel } from "#app/components/labels.ts";
import { Folded } from "#app/components/order/folded.tsx";
import { useNow } from "#app/components/relative-time.tsx";
import { Subject } from "#app/components/subject.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { AboutTheSame } from "#app/desk/others-about-the-same.server.ts";
import type { ShownTriage } from "#app/desk/show-triage.server.ts";
import { sayCode } from "#app/words/say.ts";
import { becauseWords, decidedWords, didWords, ruleWords, type Read } from "./priority-words.ts";

type Given = {
  triage: ShownTriage;
  /** Closed, or spam: nobody has to act any more. */
  over: boolean;
  me: string;
  zone: string | null;
};

const REASONS = 3;
const RULES = 2;
const OTHERS = 3;

/** Why a conversation is as urgent as it is, who decided that, what rules did with it, and who else wrote about the same. */
export function PriorityCard({ triage, over, me, zone }: Given) {
  const say = useWords();
  const { priority, actBy, judged, rules, sameMatter, names } = triage;
  const read = { names, me, zone };
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingSm">
              {say("conversation.priority.title")}
            </Text>
            <Badge tone={PRIORITY_TONES[priority]}>{sayCode(say, "priority", priority)}</Badge>
          </InlineStack>
          {actBy && !over ? <ActBy at={actBy} zone={zone} /> : null}
          {(judged ? decidedWords(say, judged, read) : [say("conversation.priority.unjudged")]).map(
            (line) => (
              <Text key={line} as="p" tone="subdued">
                {line}
              </Text>
            ),
          )}
        </BlockStack>
        {judged ? <Reasons judged={judged} read={read} /> : null}
        {rules.length > 0 ? <Rules rules={rules} read={read} /> : null}
        <Others about={sameMatter.filter(({ count }) => count > 0)} />
      </BlockStack>
    </Card>
  );
}

function ActBy({ at, zone }: { at: string; zone: string | null }) {
  const say = useWords();
  const now = useNow();
  const late = now !== null && Date.parse(at) <= now;
  const time = zonedTime(say, at, zone);
  return (
    <Text as="p" fontWeight="medium" {...(late ? { tone: "critical" } : {})}>
      {say(late ? "conversation.priority.actedBy" : "conversation.priority.actBy", { time })}
    </Text>
  );
}

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

function Reasons({ judged: { reasons }, read }: { judged: NonNullable<ShownTriage["judged"]>; read: Read }) {
  const say = useWords();
  if (reasons.length === 0) return <Text as="p">{say("conversation.priority.why.none")}</Text>;
  return (
    <Section title={say("conversation.priority.why")}>
      <Folded
        most={REASONS}
        all="conversation.priority.why.all"
        items={reasons.map((reason) => (
          <li key={reason.code === "risk" ? `risk ${reason.flag}` : reason.code}>
            {becauseWords(say, reason, read)}
          </li>
        ))}
      />
    </Section>
  );
}

function Rules({ rules, read }: { rules: ShownTriage["rules"]; read: Read }) {
  const say = useWords();
  return (
    <Section title={say("conversation.priority.rules")}>
      <Folded
        most={RULES}
        all="conversation.priority.rules.all"
        items={rules.map(({ ruleId, messageId, did }) => (
          <li key={`${ruleId} ${messageId}`}>
            <Text as="p" breakWord>
              {ruleWords(say, read.names.rules[ruleId])}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued" breakWord>
              {did.map((one) => didWords(say, one, read)).join(" · ")}
            </Text>
          </li>
        ))}
      />
    </Section>
  );
}

function Others({ about }: { about: AboutTheSame[] }) {
  const say = useWords();
  if (about.length === 0) return null;
  return (
    <Section title={say("conversation.priority.same")}>
      {about.map((one) => (
        <OthersOf key={one.incidentId} about={one} />
      ))}
    </Section>
  );
}

function OthersOf({ about: { incidentId, kind, count, more, conversations } }: { about: AboutTheSame }) {
  const say = useWords();
  const shown = countLabel(say, count, more ? count : Infinity);
  return (
    <BlockStack gap="150">
      <Text as="p">
        <Link url={`/issues/incidents/${incidentId}`}>{issueKindLabel(say, kind)}</Link>
        {" · "}
        <Text as="span" tone="subdued">
          {say("conversation.priority.same.count", { count, shown })}
        </Text>
      </Text>
      <ul className="attune-rows">
        {conversations.slice(0, OTHERS).map(({ id, subject, customer }) => (
          <li key={id}>
            <Link url={`/inbox/${id}`}>
              <Subject>{subject || say("conversation.shopper.noSubject")}</Subject>
            </Link>{" "}
            <Text as="span" variant="bodySm" tone="subdued">
              <BidiText>{customer}</BidiText>
            </Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
