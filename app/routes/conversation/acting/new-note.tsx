import { useState } from "react";
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
        onText={setText}
        staff={staff}
        save={(written) => act({ what: "note", ...written }, "acting.note.saved")}
        onDone={() => {
          setText("");
          close();
        }}
        onCancel={close}
      />
    </div>
  );
}
