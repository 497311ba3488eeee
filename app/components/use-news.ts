import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Asks the server again every `everyMs` while `active`, somebody is looking, and no question is under way. */
export function useNews(everyMs: number, active = true) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [active, everyMs, revalidate, state]);
}
