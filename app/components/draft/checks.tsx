import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { sentenceCase } from "#app/words/say.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Check = NonNullable<ConversationDetail["draft"]>["checks"][number];

/** What the guard found. What passed is one line; what blocks or warns is said each. */
export function Checks({ checks, edited }: { checks: Check[]; edited: boolean }) {
  const open = checks.filter((check) => check.outcome !== "pass");
  if (open.length === 0) {
    return (
      <InlineStack gap="200" blockAlign="center">
        <Badge tone="success">Checked</Badge>
        <Text as="span" tone="subdued" variant="bodySm">
          {edited
            ? "Nothing the checks look for: no amount, day, number, link or promise without a source. Read the rest yourself."
            : "Every fact in it has its source."}
        </Text>
      </InlineStack>
    );
  }
  return (
    <BlockStack gap="200" as="ul">
      {open.map((check) => (
        <li key={`${check.rule}${check.sentence ?? ""}${check.why}`} style={{ listStyle: "none" }}>
          <InlineStack gap="200" wrap={false} blockAlign="start">
            <Badge tone={check.outcome === "block" ? "critical" : "warning"}>
              {check.outcome === "block" ? "Blocks" : "Note"}
            </Badge>
            <Text as="span" variant="bodySm">
              {check.quote ? <BidiText>{`“${check.quote}”: `}</BidiText> : null}
              {check.why || sentenceCase(check.rule)}
              {check.conversationId ? (
                <>
                  {": "}
                  <Link url={`/inbox/${check.conversationId}`}>open it</Link>
                </>
              ) : null}
            </Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
