import { Banner } from "@shopify/polaris";
import type { Unreachable } from "#app/components/last-known.ts";
import type { Answered } from "./answer-conversation.server.ts";

/** What a click came to when it did not come to what was wanted; nothing otherwise. */
export function AnswerBanner({ answered }: { answered: Answered | Unreachable | undefined }) {
  if (answered?.outcome === "refused") return <Banner tone="critical">{answered.message}</Banner>;
  if (answered?.outcome === "unreachable") {
    return (
      <Banner tone="critical" title="No answer from Attune">
        The connection was lost. What you typed is kept. Try again when it is back: a reply never goes out
        twice.
      </Banner>
    );
  }
  return null;
}
