import { Banner, BlockStack, List, SkeletonBodyText, Text } from "@shopify/polaris";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { powerInWords, type KindPower } from "./power-words.ts";
import { useWords } from "#app/components/words.tsx";

/** What this share could show in this store; asked for when it is wanted, and anew for another share. */
export function usePower(share: string | null) {
  const asked = share !== null && /^\d{1,2}$/u.test(share) ? `/settings/outreach/power?share=${share}` : null;
  return useAnswer<{ powers: KindPower[] }>(asked);
}

/** Whether the store's volume can answer within six months, said plainly before anybody is held back. */
export function PowerStatement({ data, failed, again }: ReturnType<typeof usePower>) {
  const say = useWords();
  if (failed)
    return (
      <Banner tone="warning" action={{ content: say("action.tryAgain"), onAction: again }}>
        {say("outreach.power.failed")}
      </Banner>
    );
  if (!data)
    return (
      <div aria-busy="true">
        <SkeletonBodyText lines={3} />
      </div>
    );
  const { able, title, kinds, note } = powerInWords(say, data.powers);
  return (
    <Banner tone={able ? "info" : "warning"} title={title}>
      <BlockStack gap="200">
        {kinds.length > 0 ? (
          <List>
            {kinds.map((kind) => (
              <List.Item key={kind}>{kind}</List.Item>
            ))}
          </List>
        ) : null}
        {note ? <Text as="p">{note}</Text> : null}
      </BlockStack>
    </Banner>
  );
}
