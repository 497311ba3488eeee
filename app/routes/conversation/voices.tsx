import { BlockStack, Text } from "@shopify/polaris";
import { emotionLabel, modelAbsenceLabel, sureLabel } from "#app/components/labels.ts";
import type { FeltReading } from "./emotion-of-it.tsx";
import { useWords } from "#app/components/words.tsx";

type Readings = FeltReading["emotion"]["readings"];
type Given = { readings: Readings; modelAbsence: FeltReading["modelAbsence"] };

/** The three readings side by side: what each says, how sure it is, or why it says nothing. */
export function Voices({ readings, modelAbsence }: Given) {
  const say = useWords();
  const voices = [
    {
      name: say("conversation.voices.words"),
      said: readings.words,
      absent: say("conversation.voices.noWords"),
    },
    {
      name: say("conversation.voices.model"),
      said: readings.model,
      absent: modelAbsenceLabel(say, modelAbsence),
    },
    {
      name: say("conversation.voices.record"),
      said: readings.record,
      absent: say("conversation.voices.noRecord"),
    },
  ];
  return (
    <dl className="attune-voices" aria-label={say("conversation.voices.title")}>
      {voices.map(({ name, said, absent }) => (
        <div key={name}>
          <Text as="dt" variant="bodySm" tone="subdued">
            {name}
          </Text>
          <dd>
            <BlockStack gap="050">
              <Text as="span" fontWeight={said ? "medium" : "regular"} tone={said ? undefined : "subdued"}>
                {said ? emotionLabel(say, said.label) : absent}
              </Text>
              {said ? (
                <Text as="span" variant="bodySm" tone="subdued">
                  {sureLabel(say, said.confidence)}
                </Text>
              ) : null}
            </BlockStack>
          </dd>
        </div>
      ))}
    </dl>
  );
}
