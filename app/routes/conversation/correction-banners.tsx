import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { keptWords } from "#app/components/kept-words.ts";
import { dateTimeLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";

type Correction = ConversationDetail["corrections"][number];

/** What the shopper was told that is not so any more: the words, when they left, and what the records say now. */
export function CorrectionBanners({ corrections }: { corrections: Correction[] }) {
  return (
    <>
      {corrections.map((correction) => (
        <CorrectionBanner key={correction.id} correction={correction} />
      ))}
    </>
  );
}

function CorrectionBanner({ correction: { id, saidAt, facts } }: { correction: Correction }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>({ key: `correction:${id}` });
  useOutcomeToast(fetcher.data);
  return (
    <Banner tone="critical" title={say("conversation.correction.title")}>
      <BlockStack gap="300">
        {facts.map(({ label, said, sentence, now }) => (
          <BlockStack key={label} gap="100">
            <Text as="p" breakWord>
              {say("conversation.correction.wrote", { time: dateTimeLabel(say, saidAt), sentence })}
            </Text>
            <Text as="p" breakWord fontWeight="semibold">
              {say("conversation.correction.now", {
                ...{ label: keptWords(say, "fact", label), said, now },
              })}
            </Text>
          </BlockStack>
        ))}
        <Text as="p">{say("conversation.correction.what")}</Text>
        <InlineStack>
          <Button
            onClick={() => fetcher.submit({ intent: "corrected", claimId: id }, { method: "post" })}
            loading={fetcher.state !== "idle"}
          >
            {say("conversation.correction.known")}
          </Button>
        </InlineStack>
        {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
      </BlockStack>
    </Banner>
  );
}
