import { useEffect, useRef } from "react";

/** Takes the focus when it is there first, where somebody is led to it: to a field to go on writing in, else to the place itself. */
export function useFocused(focused: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focused) return;
    const field = place.current?.querySelector("textarea") ?? place.current;
    field?.focus();
  }, [focused]);
  return place;
}
