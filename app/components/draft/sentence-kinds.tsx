import { Text } from "@shopify/polaris";
import type { Say } from "#app/words/say.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Sentence = NonNullable<ConversationDetail["draft"]>["sentences"][number];
type Kind = Sentence["kind"];

/** In the order in which the legend names them. */
const KINDS = [
  "fact",
  "policy",
  "promise",
  "action",
  "empathy",
  "question",
  "courtesy",
] as const satisfies Kind[];

export const kindLabel = (say: Say, kind: Kind) => say(`sentenceKind.${kind}`);

/** How the sentences of this draft are underlined. Each kind has a line of its own, so that no colour has to be told from another. */
export function KindLegend({ sentences }: { sentences: readonly Sentence[] }) {
  const say = useWords();
  const present = KINDS.filter((kind) => sentences.some((one) => one.kind === kind));
  return (
    <ul className="attune-legend" aria-label={say("draft.legend")}>
      {present.map((kind) => (
        <li key={kind}>
          <Text as="span" variant="bodySm">
            <span className="attune-kind" data-kind={kind}>
              {kindLabel(say, kind)}
            </span>
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {` ${say(`sentenceKind.${kind}.means`)}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
