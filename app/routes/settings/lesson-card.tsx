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
import { useWords } from "#app/components/words.tsx";

/** One lesson: what it asks, what it rests on, and a person's word on it. */
export function LessonCard({ lesson }: { lesson: ListedLesson }) {
  const fetcher = useFetcher<typeof clientAction>();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(lesson.state === "proposed");
  const [words, setWords] = useState({ text: lesson.text, title: lesson.title ?? "" });
  const busy = fetcher.state !== "idle";
  const errors = fetcher.data?.outcome === "refused" ? fetcher.data.errors : {};
  const edited = lesson.rule === "article" ? words : { text: words.text };
  const decide = (decision: string) =>
    fetcher.submit(
      { id: lesson.id, decision, ...(editing && decision === "approve" ? edited : {}) },
      { method: "post" },
    );
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
              accessibilityLabel={`${changedTimes(lesson)}: ${lessonTitle(lesson)}`}
            >
              {changedTimes(lesson)}
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

const DECIDED: Record<ListedLesson["state"], string> = {
  proposed: "Proposed",
  approved: "Approved",
  declined: "Declined",
  taken_back: "Taken back",
};

const changedTimes = ({ corrections }: ListedLesson) =>
  corrections === 1 ? "Changed once" : `Changed ${corrections} times`;

function LessonHead({ lesson, editing }: { lesson: ListedLesson; editing: boolean }) {
  const say = useWords();
  const isOfLanguage =
    lesson.rule !== "formality" && lesson.rule !== "shorter" && lesson.rule !== "no_exclamation";
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {lessonTitle(lesson)}
        </Text>
        {isOfLanguage ? <Badge>{languageLabel(say, lesson.language)}</Badge> : null}
        {lesson.state === "approved" && !lesson.inUse ? (
          <Badge tone="attention">Set otherwise since</Badge>
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
        {lessonEffect(lesson)}
      </Text>
      {lesson.decidedAt && lesson.decidedBy ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {DECIDED[lesson.state]} on {dateLabel(say, lesson.decidedAt)} by{" "}
          <BidiText>{lesson.decidedBy.name}</BidiText>
        </Text>
      ) : null}
    </BlockStack>
  );
}

type Words = { text: string; title: string };
type Fields = {
  lesson: ListedLesson;
  words: Words;
  errors: Record<string, string>;
  onChange: (words: Words) => void;
};

function LessonFields({ lesson, words, errors, onChange }: Fields) {
  const isArticle = lesson.rule === "article";
  return (
    <BlockStack gap="300">
      {isArticle ? (
        <TextField
          label="Title"
          value={words.title}
          onChange={(title) => onChange({ ...words, title })}
          error={errors["title"]}
          autoComplete="off"
          maxLength={120}
        />
      ) : null}
      <TextField
        label={isArticle ? "Text" : "Words"}
        value={words.text}
        onChange={(text) => onChange({ ...words, text })}
        error={errors["text"]}
        autoComplete="off"
        multiline={isArticle ? 4 : lesson.rule === "sign_off" ? 2 : 1}
        maxLength={isArticle ? 4_000 : 200}
        helpText={
          lesson.rule === "greeting"
            ? "{name} stands for the shopper’s name. Words for everybody: no “Mr” or “Mrs”."
            : "Write nothing about one shopper."
        }
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
  const of = lessonTitle(lesson);
  if (lesson.state === "approved" && lesson.inUse)
    return (
      <InlineStack>
        <Button onClick={() => onDecide("take_back")} loading={busy} accessibilityLabel={`Take back: ${of}`}>
          Take back
        </Button>
      </InlineStack>
    );
  const isProposed = lesson.state === "proposed";
  return (
    <InlineStack gap="200">
      <Button
        {...(isProposed ? { variant: "primary" as const } : {})}
        onClick={() => onDecide("approve")}
        loading={busy}
        accessibilityLabel={`${isProposed ? "Use this" : "Use after all"}: ${of}`}
      >
        {isProposed ? "Use this" : "Use after all"}
      </Button>
      {hasWords(lesson) ? (
        <Button
          onClick={onEdit}
          disabled={busy}
          accessibilityLabel={`${editing ? "Discard edits" : "Edit"}: ${of}`}
        >
          {editing ? "Discard edits" : "Edit"}
        </Button>
      ) : null}
      {isProposed ? (
        <Button
          tone="critical"
          variant="tertiary"
          onClick={() => onDecide("decline")}
          disabled={busy}
          accessibilityLabel={`Decline: ${of}`}
        >
          Decline
        </Button>
      ) : null}
    </InlineStack>
  );
}
