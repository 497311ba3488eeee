import { Banner } from "@shopify/polaris";

/** Above a form whose answer never came; what was typed is still in its fields. */
export function Unreached({ answered }: { answered: { outcome: string } | undefined }) {
  if (answered?.outcome !== "unreachable") return null;
  return (
    <Banner tone="critical" title="Not saved: no connection">
      What you typed is kept. Try again when the connection is back.
    </Banner>
  );
}
