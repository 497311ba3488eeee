import { Text } from "@shopify/polaris";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Sentence = NonNullable<ConversationDetail["draft"]>["sentences"][number];
type Kind = Sentence["kind"];

const KINDS: Record<Kind, { label: string; means: string }> = {
  fact: { label: "Fact", means: "what a record says" },
  policy: { label: "Policy", means: "what the shop's rules say" },
  promise: { label: "Promise", means: "what the team then has to do" },
  action: { label: "Action", means: "what is done in the shop" },
  empathy: { label: "Empathy", means: "what this case is like for them" },
  question: { label: "Question", means: "what is asked of them" },
  courtesy: { label: "Courtesy", means: "states nothing" },
};

export const kindLabel = (kind: Kind) => KINDS[kind].label;

/** How the sentences of this draft are underlined. Each kind has a line of its own, so that no colour has to be told from another. */
export function KindLegend({ sentences }: { sentences: readonly Sentence[] }) {
  const present = (Object.keys(KINDS) as Kind[]).filter((kind) => sentences.some((one) => one.kind === kind));
  return (
    <ul className="attune-legend" aria-label="How sentences are underlined">
      {present.map((kind) => (
        <li key={kind}>
          <Text as="span" variant="bodySm">
            <span className="attune-kind" data-kind={kind}>
              {KINDS[kind].label}
            </span>
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {` ${KINDS[kind].means}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
