import { Banner } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** Above a screen whose last look for news did not get through. */
export function LostConnection({ lost }: { lost: boolean | undefined }) {
  const say = useWords();
  if (!lost) return null;
  return (
    <Banner tone="warning" title={say("lost.title")}>
      {say("lost.text")}
    </Banner>
  );
}
