import { SaveBar } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { focusTitleIfLost } from "./focus-title-if-lost.ts";
import { useWords } from "./words.tsx";

/** What a form's save bar does. `open`: whether it is shown; left out where App Bridge is told so by its id. */
export type Bar = { save: () => void; discard: () => void; busy: boolean; open?: boolean };

/** Shopify's bar above a form that was changed. */
export function FormSaveBar({ id, bar: { save, discard, busy, open } }: { id: string; bar: Bar }) {
  const say = useWords();
  useEffect(() => {
    // The bar that was pressed goes, and the admin gives the focus back to a page in which nothing has it any more.
    const back = () => requestAnimationFrame(focusTitleIfLost);
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, []);
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
