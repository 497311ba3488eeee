import { useSearchParams } from "@remix-run/react";
import { Banner, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** In the address of a conversation that somebody was led to from one that is no more. */
export const JOINED = "joined";

/** Says where the conversation went that was open, or whose address was followed. */
export function JoinedBanner() {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  if (!params.has(JOINED)) return null;
  const dismiss = () =>
    setParams(
      (known) => {
        known.delete(JOINED);
        return known;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Banner title={say("conversation.joined.title")} tone="info" onDismiss={dismiss}>
      <Text as="p">{say("conversation.joined")}</Text>
    </Banner>
  );
}
