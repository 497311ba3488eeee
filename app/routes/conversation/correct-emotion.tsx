import { useFetcher } from "@remix-run/react";
import { ActionList, Banner, BlockStack, Button, InlineStack, Popover, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { careEmotions, type CareEmotion } from "#app/care/understand/reading.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { BidiText } from "#app/components/bidi-text.tsx";
import { emotionLabel, withinSentence } from "#app/components/labels.ts";
import type { FeltReading } from "./emotion-of-it.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords, Words } from "#app/components/words.tsx";

type EmotionCorrection = NonNullable<FeltReading["correction"]>["emotion"];

/** One click names the right emotion; another takes that back. It holds for this message, in this store only. */
export function CorrectEmotion({ reading }: { reading: FeltReading }) {
  const say = useWords();
  const { emotion, unsure, correction, messageId } = reading;
  const fetcher = useFetcher<typeof clientAction>({ key: `correct:${messageId}` });
  useOutcomeToast(fetcher.data);
  const place = useRef<HTMLDivElement>(null);
  const busy = fetcher.state !== "idle";
  const chosen = fetcher.formData?.get("emotion");
  const correct = (to: CareEmotion | "") => {
    // What was clicked may be gone with the answer: the focus goes to what stays.
    place.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
    fetcher.submit({ intent: "correct", messageId, emotion: to }, { method: "post" });
  };
  const set = correction?.emotion ?? null;
  return (
    <BlockStack gap="200">
      {set ? <SetBy correction={set} /> : null}
      <div ref={place}>
        <InlineStack gap="200" blockAlign="center">
          {unsure
            ? guesses(reading).map((label) => (
                <Button
                  key={label}
                  size="slim"
                  onClick={() => correct(label)}
                  loading={chosen === label}
                  disabled={busy}
                  accessibilityLabel={say("conversation.correct.setTo", {
                    emotion: emotionLabel(say, label),
                  })}
                >
                  {emotionLabel(say, label)}
                </Button>
              ))
            : null}
          <Choice label={emotion.label} unsure={unsure} busy={busy} onChosen={correct} />
          {set ? (
            <Button
              size="slim"
              onClick={() => correct("")}
              disabled={busy}
              accessibilityLabel={say(
                set.from === set.to
                  ? "conversation.correct.undoConfirmed"
                  : "conversation.correct.undoCorrected",
              )}
            >
              {say("conversation.correct.undo")}
            </Button>
          ) : null}
        </InlineStack>
      </div>
      {busy ? null : <NotCorrected outcome={fetcher.data} />}
    </BlockStack>
  );
}

function SetBy({ correction: { from, to, by } }: { correction: NonNullable<EmotionCorrection> }) {
  const say = useWords();
  return (
    <Text as="p" breakWord>
      <Words
        of={from === to ? "conversation.correct.confirmedBy" : "conversation.correct.correctedBy"}
        values={{
          name: <BidiText>{by.name}</BidiText>,
          emotion: withinSentence(say, emotionLabel(say, from)),
          more: (inner) => (
            <Text as="span" tone="subdued">
              {inner}
            </Text>
          ),
        }}
      />
    </Text>
  );
}

/** What the readings said, the likeliest first: while they are not sure it is most often one of these. */
function guesses({ emotion }: FeltReading): CareEmotion[] {
  const { words, model, record } = emotion.readings;
  const labels = [emotion.label, ...[words, model, record].flatMap((voice) => voice?.label ?? [])];
  return [...new Set(labels)];
}

type Choosing = {
  label: CareEmotion;
  unsure: boolean;
  busy: boolean;
  onChosen: (label: CareEmotion) => void;
};

/** Not disabled while it saves: that would take the focus from who works by keyboard. */
function Choice({ label, unsure, busy, onChosen }: Choosing) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="none"
      activator={
        <Button
          size="slim"
          disclosure
          onClick={() => setOpen(!open)}
          accessibilityLabel={
            busy ? undefined : say(unsure ? "conversation.correct.other" : "conversation.correct.it")
          }
        >
          {say(
            busy
              ? "conversation.correct.saving"
              : unsure
                ? "conversation.correct.otherShort"
                : "conversation.correct.short",
          )}
        </Button>
      }
    >
      <EmotionMenu
        chosen={unsure ? null : label}
        onChosen={(one) => {
          setOpen(false);
          onChosen(one);
        }}
      />
    </Popover>
  );
}

type Menu = { chosen: CareEmotion | null; onChosen: (label: CareEmotion) => void };

function EmotionMenu({ chosen, onChosen }: Menu) {
  const say = useWords();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Polaris tries once, before the menu has its place: what is not visible yet takes no focus. What takes it there, at
    // the top of the page, must not scroll to it: the button would leave the screen and Polaris close the menu.
    let frame = 0;
    const focusFirst = () => {
      const first = menu.current?.querySelector<HTMLElement>("[role=menuitem]");
      first?.focus({ preventScroll: true });
      if (document.activeElement !== first) frame = requestAnimationFrame(focusFirst);
    };
    focusFirst();
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={menu}>
      <ActionList
        actionRole="menuitem"
        items={careEmotions.map((one) => ({
          content: emotionLabel(say, one),
          active: one === chosen,
          onAction: () => onChosen(one),
        }))}
      />
    </div>
  );
}

function NotCorrected({ outcome }: { outcome: ReturnType<typeof useFetcher<typeof clientAction>>["data"] }) {
  const say = useWords();
  if (outcome?.outcome === "unreachable") {
    return (
      <Banner tone="critical" title={say("answer.lost.title")}>
        {say("conversation.correct.lost")}
      </Banner>
    );
  }
  return <AnswerBanner answered={outcome} />;
}
