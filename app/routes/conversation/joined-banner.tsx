import { useSearchParams } from "@remix-run/react";
import { Banner, Text } from "@shopify/polaris";

/** In the address of a conversation that somebody was led to from one that is no more. */
export const JOINED = "joined";

/** Says where the conversation went that was open, or whose address was followed. */
export function JoinedBanner() {
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
    <Banner title="The conversation you opened was joined with this one" tone="info" onDismiss={dismiss}>
      <Text as="p">The shopper wrote about the same order in both. One reply answers them.</Text>
    </Banner>
  );
}
