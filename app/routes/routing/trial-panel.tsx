import { BlockStack, Card, InlineStack, Link, Spinner, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { numberLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { Subject } from "#app/components/subject.tsx";
import { useWords } from "#app/components/words.tsx";
import { wouldDo } from "#app/care/triage/would-do.ts";
import type { TriedConversation } from "#app/desk/try-rule.server.ts";
import type { Say } from "#app/words/say.ts";
import type { LiveTrial, Trial } from "./use-trial.ts";

/** What the rule would have done with last week's messages, beside its form. */
export function TrialPanel({ live }: { live: LiveTrial }) {
  const say = useWords();
  const { state, trial } = live;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {say("triage.trial")}
            </Text>
            {state === "trying" ? (
              <Spinner size="small" accessibilityLabel={say("triage.trial.spinner")} />
            ) : null}
          </InlineStack>
          <Text as="p" tone="subdued">
            {say("triage.trial.intro")}
          </Text>
        </BlockStack>
        {/* Read out once it is done, not with every page. */}
        <div aria-live="polite" aria-busy={state === "trying"}>
          <Outcome live={live} />
        </div>
        {trial && state !== "wrong" && trial.matched > 0 ? <Found trial={trial} /> : null}
      </BlockStack>
    </Card>
  );
}

function Outcome({ live: { state, trial } }: { live: LiveTrial }) {
  const say = useWords();
  if (state === "wrong" || state === "lost") return <Text as="p">{say(`triage.trial.${state}`)}</Text>;
  if (!trial) return <Text as="p">{say("triage.trial.trying")}</Text>;
  if (state === "tried" && trial.messages === 0) return <Text as="p">{say("triage.trial.empty")}</Text>;
  return (
    <BlockStack gap="100">
      <Text as="p" variant="headingLg">
        {say("triage.trial.matched", { count: trial.matched, shown: numberLabel(say, trial.matched) })}
      </Text>
      <Text as="p" tone="subdued">
        {say("triage.trial.of", { count: trial.conversations, days: trial.days })}
      </Text>
      {trial.kept > 0 ? <Text as="p">{say("triage.trial.kept", { count: trial.kept })}</Text> : null}
      {trial.cut ? (
        <Text as="p" tone="subdued">
          {say("triage.trial.cut", { count: trial.conversations })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Found({ trial }: { trial: Trial }) {
  const say = useWords();
  const effects = wouldDo.flatMap((what) => {
    const count = trial.would[what] ?? 0;
    return count > 0 ? [{ what, count }] : [];
  });
  return (
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {say("triage.trial.would")}
        </Text>
        {effects.length === 0 ? <Text as="p">{say("triage.trial.nothing")}</Text> : null}
        <ul className="attune-plain">
          {effects.map(({ what, count }) => (
            <li key={what}>{say(`triage.trial.would.${what}`, { count })}</li>
          ))}
        </ul>
      </BlockStack>
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {trial.sample.length === trial.matched
            ? say("triage.trial.all", { count: trial.matched })
            : say("triage.trial.sample", { count: trial.sample.length, all: trial.matched })}
        </Text>
        <ul className="attune-stacked">
          {trial.sample.map((one) => (
            <SampleRow key={one.id} one={one} />
          ))}
        </ul>
      </BlockStack>
    </BlockStack>
  );
}

function SampleRow({ one }: { one: TriedConversation }) {
  const say = useWords();
  return (
    <li>
      <Link url={`/inbox/${one.id}`} removeUnderline>
        <Subject>{one.subject || say("triage.noSubject")}</Subject>
      </Link>
      <Text as="p" tone="subdued" variant="bodySm">
        <BidiText>{one.customer}</BidiText> · <RelativeTime at={one.at} />
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {changesLabel(say, one)}
      </Text>
    </li>
  );
}

const changesLabel = (say: Say, { would }: TriedConversation): string =>
  would.length === 0
    ? say("triage.trial.same")
    : would.map((what) => say(`triage.change.${what}`)).join(" · ");
