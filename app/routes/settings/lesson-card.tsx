import { useFetcher } from "@remix-run/react";
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  Collapsible,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { ListedLesson } from "#app/care/learn/list-lessons.server.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { dateLabel, languageLabel } from "#app/components/labels.ts";
import { LessonEvidence } from "./lesson-evidence.tsx";
import { hasWords, lessonEffect, lessonTitle, showsWords } from "./lesson-words.ts";
import type { clientAction } from "./lessons-route.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import { faultLabels } from "#app/components/fault-words.ts";

/** One lesson: what it asks, what it rests on, and a person's word on it. */
export function LessonCard({ lesson }: { lesson: ListedLesson }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(lesson.state === "proposed");
  const [words, setWords] = useState({ text: lesson.text, title: lesson.title ?? "" });
  const busy = fetcher.state !== "idle";
  const errors = faultLabels(say, fetcher.data);
  const edited = lesson.rule === "article" ? words : { text: words.text };
  const decide = (decision: string) =>
    fetcher.submit(
      { id: lesson.id, decision, ...(editing && decision === "approve" ? edited : {}) },
      { method: "post" },
    );
  const changed = say("lessons.changed", { count: lesson.corrections });
  const evidenceId = `evidence-${lesson.id}`;
  return (
    <Card>
      <BlockStack gap="300">
        <Unreached answered={fetcher.data} />
        {errors["form"] ? <Banner tone="critical">{errors["form"]}</Banner> : null}
        <LessonHead lesson={lesson} editing={editing} />
        {editing ? <LessonFields lesson={lesson} words={words} errors={errors} onChange={setWords} /> : null}
        <LessonActions
          lesson={lesson}
          busy={busy}
          editing={editing}
          onEdit={() => {
            setEditing(!editing);
            setWords({ text: lesson.text, title: lesson.title ?? "" });
          }}
          onDecide={decide}
        />
        {lesson.corrections > 0 ? (
          <BlockStack gap="200" inlineAlign="start">
            <Button
              variant="plain"
              disclosure={shown ? "up" : "down"}
              ariaExpanded={shown}
              ariaControls={evidenceId}
              onClick={() => setShown(!shown)}
              accessibilityLabel={say("lessons.changed.of", { changed, lesson: lessonTitle(say, lesson) })}
            >
              {changed}
            </Button>
          </BlockStack>
        ) : null}
        <Collapsible id={evidenceId} open={shown}>
          <LessonEvidence lesson={lesson} />
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function LessonHead({ lesson, editing }: { lesson: ListedLesson; editing: boolean }) {
  const say = useWords();
  const isOfLanguage =
    lesson.rule !== "formality" && lesson.rule !== "shorter" && lesson.rule !== "no_exclamation";
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {lessonTitle(say, lesson)}
        </Text>
        {isOfLanguage ? <Badge>{languageLabel(say, lesson.language)}</Badge> : null}
        {lesson.state === "approved" && !lesson.inUse ? (
          <Badge tone="attention">{say("lessons.otherwise")}</Badge>
        ) : null}
      </InlineStack>
      {lesson.title && !editing ? (
        <Text as="p" fontWeight="medium">
          <BidiText>{lesson.title}</BidiText>
        </Text>
      ) : null}
      {showsWords(lesson) && !editing ? (
        <Text as="p">
          <BidiText lines>{lesson.text}</BidiText>
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {lessonEffect(say, lesson)}
      </Text>
      {lesson.decidedAt && lesson.decidedBy ? (
        <Text as="p" variant="bodySm" tone="subdued">
          <Words
            of={`lessons.decided.${lesson.state}`}
            values={{
              date: dateLabel(say, lesson.decidedAt),
              name: <BidiText>{lesson.decidedBy.name}</BidiText>,
            }}
          />
        </Text>
      ) : null}
    </BlockStack>
  );
}

type Typed = { text: string; title: string };
type Fields = {
  lesson: ListedLesson;
  words: Typed;
  errors: Record<string, string>;
  onChange: (words: Typed) => void;
};

function LessonFields({ lesson, words, errors, onChange }: Fields) {
  const say = useWords();
  const isArticle = lesson.rule === "article";
  return (
    <BlockStack gap="300">
      {isArticle ? (
        <TextField
          label={say("lessons.field.title")}
          value={words.title}
          onChange={(title) => onChange({ ...words, title })}
          error={errors["title"]}
          autoComplete="off"
          maxLength={120}
        />
      ) : null}
      <TextField
        label={isArticle ? say("lessons.field.text") : say("lessons.field.words")}
        value={words.text}
        onChange={(text) => onChange({ ...words, text })}
        error={errors["text"]}
        autoComplete="off"
        multiline={isArticle ? 4 : lesson.rule === "sign_off" ? 2 : 1}
        maxLength={isArticle ? 4_000 : 200}
        helpText={lesson.rule === "greeting" ? say("lessons.field.greeting.help") : say("lessons.field.help")}
      />
    </BlockStack>
  );
}

type Actions = {
  lesson: ListedLesson;
  busy: boolean;
  editing: boolean;
  onEdit: () => void;
  onDecide: (decision: string) => void;
};

function LessonActions({ lesson, busy, editing, onEdit, onDecide }: Actions) {
  const say = useWords();
  const of = (action: string) => say("lessons.action.of", { action, lesson: lessonTitle(say, lesson) });
  if (lesson.state === "approved" && lesson.inUse) {
    const takeBack = say("lessons.action.takeBack");
    return (
      <InlineStack>
        <Button onClick={() => onDecide("take_back")} loading={busy} accessibilityLabel={of(takeBack)}>
          {takeBack}
        </Button>
      </InlineStack>
    );
  }
  const isProposed = lesson.state === "proposed";
  const approve = say(isProposed ? "lessons.action.approve" : "lessons.action.approveAgain");
  const edit = say(editing ? "action.discardEdits" : "action.edit");
  const decline = say("lessons.action.decline");
  return (
    <InlineStack gap="200">
      <Button
        {...(isProposed ? { variant: "primary" as const } : {})}
        onClick={() => onDecide("approve")}
        loading={busy}
        accessibilityLabel={of(approve)}
      >
        {approve}
      </Button>
      {hasWords(lesson) ? (
        <Button onClick={onEdit} disabled={busy} accessibilityLabel={of(edit)}>
          {edit}
        </Button>
      ) : null}
      {isProposed ? (
        <Button
          tone="critical"
          variant="tertiary"
          onClick={() => onDecide("decline")}
          disabled={busy}
          accessibilityLabel={of(decline)}
        >
          {decline}
        </Button>
      ) : null}
    </InlineStack>
  );
}
