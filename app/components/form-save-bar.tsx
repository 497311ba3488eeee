import { SaveBar } from "@shopify/app-bridge-react";
import { useWords } from "./words.tsx";

/** What a form's save bar does. `open`: whether it is shown; left out where App Bridge is told so by its id. */
export type Bar = { save: () => void; discard: () => void; busy: boolean; open?: boolean };

/** Shopify's bar above a form that was changed. */
export function FormSaveBar({ id, bar: { save, discard, busy, open } }: { id: string; bar: Bar }) {
  const say = useWords();
  return (
    <SaveBar id={id} {...(open === undefined ? {} : { open })}>
      <button type="button" variant="primary" onClick={save} loading={busy ? "" : undefined} disabled={busy}>
        {say("action.save")}
      </button>
      <button type="button" onClick={discard} disabled={busy}>
        {say("action.discard")}
      </button>
    </SaveBar>
  );
}
