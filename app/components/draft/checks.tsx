import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { checkInWords } from "#app/components/check-words.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Check = NonNullable<ConversationDetail["draft"]>["checks"][number];

type SentenceKind = NonNullable<ConversationDetail["draft"]>["sentences"][number]["kind"];

/** What these cite is the name of who is asked or greeted. */
const FACTLESS: ReadonlySet<SentenceKind> = new Set(["question", "courtesy"]);

function statesOf(sentences: Given["sentences"]): "edited" | "factless" | "drafted" {
  if (sentences.length === 0) return "edited";
  return sentences.every(({ kind }) => FACTLESS.has(kind)) ? "factless" : "drafted";
}

/** `sentences`: as it was drafted; none of what a person wrote. */
type Given = { checks: Check[]; sentences: readonly { kind: SentenceKind }[] };

/** What the guard found. What passed is one line; what blocks or warns is said each. */
export function Checks({ checks, sentences }: Given) {
  const say = useWords();
  const open = checks.filter((check) => check.outcome !== "pass");
  if (open.length === 0) {
    return (
      <InlineStack gap="200" blockAlign="center">
        <Badge tone="success">{say("draft.checked")}</Badge>
        <Text as="span" tone="subdued" variant="bodySm">
          {say(`draft.checked.${statesOf(sentences)}`)}
        </Text>
      </InlineStack>
    );
  }
  return (
    <BlockStack gap="200" as="ul">
      {open.map((check) => (
        <li key={`${check.rule}${check.sentence ?? ""}${check.why}`} style={{ listStyle: "none" }}>
          <InlineStack gap="200" wrap={false} blockAlign="start">
            {/* Words without spaces would break within it. */}
            <span style={{ flexShrink: 0 }}>
              <Badge tone={check.outcome === "block" ? "critical" : "warning"}>
                {say(`draft.check.${check.outcome === "block" ? "blocks" : "note"}`)}
              </Badge>
            </span>
            <Text as="span" variant="bodySm">
              {check.quote ? <BidiText>{`“${check.quote}”: `}</BidiText> : null}
              {checkInWords(say, check)}
              {check.conversationId ? (
                <>
                  {": "}
                  <Link url={`/inbox/${check.conversationId}`}>{say("draft.check.openIt")}</Link>
                </>
              ) : null}
            </Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
