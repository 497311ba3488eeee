import { useRef, useState } from "react";
import type { Mentionable } from "./mention.ts";
import { NoteForm } from "./note-form.tsx";
import type { Acting } from "./use-acting.ts";

type Given = {
  open: boolean;
  staff: readonly Mentionable[];
  act: Acting["act"];
  onClose: () => void;
};

/** A new note below the thread. What was begun is there again when it is opened again. */
export function NewNote({ open, staff, act, onClose }: Given) {
  const [text, setText] = useState("");
  // Where the answer was lost, the same note is asked for again and written once.
  const key = useRef<string | null>(null);
  if (!open) return null;
  const close = () => {
    onClose();
    // Where it was opened, or what stands at its place.
    document.querySelector<HTMLElement>(".attune-acting-note button")?.focus();
  };
  return (
    <div className="attune-note">
      <NoteForm
        text={text}
        onText={(written) => {
          setText(written);
          if (written.trim() === "") key.current = null;
        }}
        staff={staff}
        save={(written) => {
          key.current ??= crypto.randomUUID();
          return act({ what: "note", key: key.current, ...written }, "acting.note.saved");
        }}
        onDone={() => {
          setText("");
          key.current = null;
          close();
        }}
        onCancel={close}
      />
    </div>
  );
}
