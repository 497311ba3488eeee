import { Banner } from "@shopify/polaris";

/** Above a screen whose last look for news did not get through. */
export function LostConnection({ lost }: { lost: boolean | undefined }) {
  if (!lost) return null;
  return (
    <Banner tone="warning" title="No connection">
      You see what was last loaded. Attune keeps trying; nothing you typed is lost.
    </Banner>
  );
}
