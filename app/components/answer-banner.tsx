import { Banner } from "@shopify/polaris";

type Answered = { outcome: string; message?: string };

/** What a click came to when it did not come to what was wanted; nothing otherwise. */
export function AnswerBanner({ answered }: { answered: Answered | undefined }) {
  if (answered?.outcome === "refused") return <Banner tone="critical">{answered.message}</Banner>;
  if (answered?.outcome === "unreachable") {
    return (
      <Banner tone="critical" title="No answer from Attune">
        The connection was lost. What you typed is kept. Try again when it is back: a message never goes out
        twice.
      </Banner>
    );
  }
  return null;
}
