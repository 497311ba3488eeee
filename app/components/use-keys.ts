import { useEffect, useRef } from "react";

/** What a key does; true: it was meant for this and for nothing else. */
export type Keys = Record<string, () => void>;

/** How long a first key waits for its second, in milliseconds. */
const CHORD_MS = 1_000;

/** Single keys, and two in a row written `g i`: never while something is typed, with a modifier, or while a menu, a popover or a dialog is open. */
export function useKeys(keys: Keys) {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyped(event)) return;
      const now = Date.now();
      const chord = first && now - first.at < CHORD_MS ? `${first.key} ${event.key}` : null;
      first = null;
      const act = (chord && current.current[chord]) || current.current[event.key];
      if (act) {
        event.preventDefault();
        act();
      } else if (Object.keys(current.current).some((name) => name.startsWith(`${event.key} `)))
        first = { key: event.key, at: now };
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

const FIELDS =
  "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=listbox], [role=menu], [role=dialog], dialog";

/** What lies over the screen and is gone once it is closed; Polaris marks its own. A letter is for it wherever in it, or beside it, the focus is. */
const OVER = "[data-polaris-overlay], dialog[open], [aria-modal=true]";

function isTyped(event: KeyboardEvent): boolean {
  if (event.isComposing || document.querySelector(OVER)) return true;
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(FIELDS) !== null;
}
