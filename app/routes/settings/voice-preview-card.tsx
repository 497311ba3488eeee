import { Banner, BlockStack, Box, Card, Select, SkeletonBodyText, Text } from "@shopify/polaris";
import { useState } from "react";
import type { WaitingDraft } from "#app/care/review/list-waiting.server.ts";
import type { ShownInVoice, VoicePreview } from "#app/care/review/preview-voice.server.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useAsTyped, type AsTyped } from "#app/components/use-as-typed.ts";
import { shortSubject } from "#app/components/short-subject.ts";
import { useWords } from "#app/components/words.tsx";
import type { VoiceFields } from "./voice-fields.ts";

type Given = { fields: VoiceFields; shopName: string; waiting: WaitingDraft[] };

/** What the voice on the screen, saved or not, makes of a draft that waits. */
export function VoicePreviewCard({ fields, shopName, waiting }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {say("settings.voice.live")}
        </Text>
        {waiting.length > 0 ? (
          <OfWaiting fields={fields} waiting={waiting} />
        ) : (
          <Example fields={fields} shopName={shopName} />
        )}
      </BlockStack>
    </Card>
  );
}

/** The newest draft, or another one of those that wait. */
function OfWaiting({ fields, waiting }: Pick<Given, "fields" | "waiting">) {
  const say = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  // One that was chosen may wait no more when the page is loaded anew.
  const draft = waiting.find(({ id }) => id === chosen) ?? waiting[0];
  const body = JSON.stringify({ draftId: draft?.id ?? "", fields });
  const live = useAsTyped<VoicePreview>("/settings/voice/preview", body);
  return (
    <>
      <Select
        label={say("settings.voice.live.draft")}
        options={waiting.map(({ id, subject, contactName }) => ({
          value: id,
          label: [shortSubject(subject) || say("inbox.noSubject"), contactName].filter(Boolean).join(" · "),
        }))}
        value={draft?.id ?? ""}
        onChange={setChosen}
        helpText={say("settings.voice.live.about")}
      />
      <div aria-live="polite">
        <Standing live={live} />
      </div>
      {live.last?.outcome === "shown" ? (
        <Mail shown={live.last} busy={live.state === "asking"} />
      ) : live.last === null && live.state === "asking" ? (
        <SkeletonBodyText lines={8} />
      ) : null}
    </>
  );
}

/** Said each time: whether what stands below is in the voice as it is typed. */
function Standing({ live: { state, last } }: { live: AsTyped<VoicePreview> }) {
  const say = useWords();
  if (state === "lost") return <Banner tone="warning">{say("settings.voice.live.lost")}</Banner>;
  if (state === "wrong") return <Banner tone="info">{say("settings.voice.live.wrong")}</Banner>;
  if (state === "answered" && last?.outcome === "gone")
    return <Banner tone="info">{say("settings.voice.live.gone")}</Banner>;
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {say(state === "asking" ? "settings.voice.live.asking" : "settings.voice.live.shown")}
    </Text>
  );
}

function Mail({ shown, busy }: { shown: ShownInVoice; busy: boolean }) {
  const say = useWords();
  const { around, text, language, byModel, signedByAddress } = shown;
  return (
    <BlockStack gap="200">
      <section aria-label={say("settings.voice.live.mail")} aria-busy={busy}>
        <Box background="bg-surface-secondary" borderRadius="200" padding="300">
          <div lang={language}>
            <BlockStack gap="300">
              {around ? (
                <Text as="p" fontWeight="medium">
                  <BidiText>{around.subject}</BidiText>
                </Text>
              ) : null}
              <BidiText lines>{text}</BidiText>
              {around?.below.map((part) => (
                <Text key={part} as="p" variant="bodySm" tone="subdued">
                  <BidiText lines>{part}</BidiText>
                </Text>
              ))}
            </BlockStack>
          </div>
        </Box>
      </section>
      {signedByAddress ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("settings.voice.live.address")}
        </Text>
      ) : null}
      {byModel ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("settings.voice.live.model")}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** Where no draft waits: how any reply ends, and that it is invented. */
function Example({ fields, shopName }: Pick<Given, "fields" | "shopName">) {
  const say = useWords();
  const name = fields.staffName || fields.teamName || shopName;
  return (
    <>
      <Text as="p" variant="bodySm" tone="subdued">
        {say("settings.voice.live.none")}
      </Text>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <BlockStack gap="200">
          <Text as="p" variant="bodySm" tone="subdued">
            {say("settings.voice.preview")}
          </Text>
          <BidiText lines>{fields.signature || fields.teamName || shopName}</BidiText>
          <Text as="p" variant="bodySm" tone="subdued">
            {say("settings.voice.checked", { name })}
          </Text>
        </BlockStack>
      </Box>
    </>
  );
}
