import { useEffect, useLayoutEffect, useRef } from "react";

/** React warns of what cannot be done where it draws for the server; there nothing has the focus. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Takes the focus when it is there first, where somebody is led to it: to the end of a field to go on writing in, else to the place
 * itself. Before the next key, which would be a shortcut on the page.
 */
export function useFocused(focused: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useBeforePaint(() => {
    if (!focused) return;
    const field = place.current?.querySelector("textarea");
    (field ?? place.current)?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [focused]);
  return place;
}
