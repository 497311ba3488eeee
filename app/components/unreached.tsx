import { Banner } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** Above a form whose answer never came; what was typed is still in its fields. */
export function Unreached({ answered }: { answered: { outcome: string } | undefined }) {
  const say = useWords();
  if (answered?.outcome !== "unreachable") return null;
  return (
    <Banner tone="critical" title={say("unreached.title")}>
      {say("unreached.text")}
    </Banner>
  );
}
