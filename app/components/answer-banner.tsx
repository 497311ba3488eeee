import { Banner } from "@shopify/polaris";
import type { Refusal } from "#app/words/refusal.ts";
import { reasonInWords } from "./reason-words.ts";
import { useWords } from "./words.tsx";

type Answered = { outcome: string } & Partial<Omit<Refusal, "outcome">>;

/** What a click came to when it did not come to what was wanted; nothing otherwise. */
export function AnswerBanner({ answered }: { answered: Answered | undefined }) {
  const say = useWords();
  if (answered?.outcome === "refused" && answered.why) {
    const why = answered.because ? reasonInWords(say, answered.because) : "";
    return <Banner tone="critical">{say(`refused.${answered.why}`, { why })}</Banner>;
  }
  if (answered?.outcome === "unreachable") {
    return (
      <Banner tone="critical" title={say("answer.lost.title")}>
        {say("answer.lost")}
      </Banner>
    );
  }
  return null;
}
