import { Badge, Button, InlineStack, Text } from "@shopify/polaris";
import { Fragment, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { personName } from "#app/components/person-name.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import type { ShownNote } from "#app/desk/show-activity.server.ts";
import { partsOf, type Mentionable } from "./mention.ts";
import { NoteForm } from "./note-form.tsx";
import type { Acting } from "./use-acting.ts";

type Given = { note: ShownNote; staff: readonly Mentionable[]; act: Acting["act"] };

/** A note among the messages: who wrote it, that no shopper sees it, and how to write it anew or take it away. */
export function NoteEntry({ note, staff, act }: Given) {
  const say = useWords();
  const [text, setText] = useState<string | null>(null);
  const { id, by, at, editedAt } = note;
  return (
    <div className="attune-note" id={`note-${id}`} tabIndex={-1}>
      <InlineStack align="space-between" gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            <BidiText>{personName(say, by.name)}</BidiText>
          </Text>
          <Badge tone="attention">{say("acting.note.internal")}</Badge>
        </InlineStack>
        <Text as="span" tone="subdued">
          <RelativeTime at={at} />
          {editedAt ? ` · ${say("acting.note.edited")}` : ""}
        </Text>
      </InlineStack>
      {text === null ? (
        <>
          <NoteText note={note} />
          {note.mayChange ? <NoteActs note={note} act={act} onEdit={() => setText(note.text)} /> : null}
        </>
      ) : (
        <NoteForm
          text={text}
          onText={setText}
          staff={withMentioned(staff, note)}
          save={(written) => act({ what: "edit-note", noteId: id, ...written }, "acting.note.changed")}
          onDone={() => backTo(id, setText)}
          onCancel={() => backTo(id, setText)}
        />
      )}
    </div>
  );
}

function backTo(id: string, setText: (text: null) => void) {
  setText(null);
  document.getElementById(`note-${id}`)?.focus();
}

/** Who is named already may have left the team since. */
const withMentioned = (staff: readonly Mentionable[], { mentions }: ShownNote): Mentionable[] => {
  const known = new Set(staff.map(({ id }) => id));
  return [...staff, ...mentionables(mentions).filter(({ id }) => !known.has(id))];
};

const mentionables = (mentions: ShownNote["mentions"]): Mentionable[] =>
  mentions.flatMap(({ id, name }) => (name ? { id, name } : []));

function NoteText({ note }: { note: ShownNote }) {
  return (
    <span dir="auto" className="attune-note-text">
      {partsOf(note.text, mentionables(note.mentions)).map(({ text, id }, at) =>
        id ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
      )}
    </span>
  );
}

type ActsGiven = { note: ShownNote; act: Acting["act"]; onEdit: () => void };

/** To take a note away is asked twice: it cannot be brought back. */
function NoteActs({ note: { id }, act, onEdit }: ActsGiven) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const remove = async () => {
    setBusy(true);
    const acted = await act({ what: "remove-note", noteId: id }, "acting.note.removed");
    setBusy(false);
    setTrouble(acted.outcome !== "done");
    if (acted.outcome === "done") document.querySelector<HTMLElement>(".attune-acting button")?.focus();
  };
  return (
    <>
      <InlineStack gap="300">
        <Button variant="plain" onClick={onEdit}>
          {say("acting.note.edit")}
        </Button>
        {asking ? (
          <>
            <Button variant="plain" tone="critical" loading={busy} onClick={() => void remove()}>
              {say("acting.note.removeNow")}
            </Button>
            <Button variant="plain" onClick={() => setAsking(false)}>
              {say("action.keep")}
            </Button>
          </>
        ) : (
          <Button variant="plain" tone="critical" onClick={() => setAsking(true)}>
            {say("acting.note.remove")}
          </Button>
        )}
      </InlineStack>
      {trouble ? (
        <Text as="p" tone="critical">
          {say("acting.refused.unreachable")}
        </Text>
      ) : null}
    </>
  );
}
