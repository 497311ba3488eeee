import { Banner, BlockStack, Card, Divider, Text } from "@shopify/polaris";
import { dateLabel, intentLabel, listed, riskLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { CauseOfIt } from "./cause-of-it.tsx";
import { Claims } from "./claims.tsx";
import { CorrectEmotion } from "./correct-emotion.tsx";
import { EmotionOfIt } from "./emotion-of-it.tsx";
import { Mood } from "./mood.tsx";
import { readingWhy } from "./reading-why.ts";
import { Voices } from "./voices.tsx";
import { useWords } from "#app/components/words.tsx";

type Given = { reading: ConversationDetail["reading"]; zone: string | null };

/** How the message was read, what each reading said, and what the records say to the shopper's claims. */
export function ReadingCard({ reading, zone }: Given) {
  const say = useWords();
  if (!reading) return null;
  const { emotion, riskFlags, claims, trajectory } = reading;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("conversation.reading.title")}
        </Text>
        {riskFlags.length > 0 ? (
          <Banner tone="warning">
            {say("conversation.reading.needsPerson", {
              why: listed(
                say,
                riskFlags.map((one) => riskLabel(say, one)),
              ),
            })}
          </Banner>
        ) : null}
        <Text as="p">
          {say("conversation.reading.intent", {
            intent: intentLabel(say, reading.intent),
            urgency: say(`urgency.${reading.urgency}`),
          })}
        </Text>
        {emotion ? (
          <>
            <BlockStack gap="200">
              <div aria-live="polite">
                <EmotionOfIt reading={{ ...reading, emotion }} />
              </div>
              <CorrectEmotion key={reading.messageId} reading={{ ...reading, emotion }} />
            </BlockStack>
            <Voices readings={emotion.readings} modelAbsence={reading.modelAbsence} />
            {reading.why ? (
              <Text as="p" tone="subdued" breakWord>
                {readingWhy(say, reading)}
              </Text>
            ) : null}
          </>
        ) : (
          <Text as="p" tone="subdued">
            {say("conversation.reading.emotionGone", { date: dateLabel(say, reading.expiresAt) })}
          </Text>
        )}
        <Divider />
        <CauseOfIt cause={reading.cause} />
        {claims.length > 0 ? <Claims claims={claims} /> : null}
        {trajectory.points.length > 1 ? (
          <>
            <Divider />
            <Mood
              trajectory={trajectory}
              current={reading.messageId}
              zone={zone}
              atRisk={riskFlags.length > 0}
            />
          </>
        ) : null}
        {emotion ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {say("conversation.reading.kept", { date: dateLabel(say, reading.expiresAt) })}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
