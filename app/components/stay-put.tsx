import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useLayoutEffect, useRef, type MutableRefObject, type ReactNode } from "react";

/** A server has no layout, and says so when it is asked to. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Keeps the page where its reader has scrolled it to while it is brought up to date. To the router the first look for news is the
 * opening of the page, and it goes to the top (`restoreScrollPosition`, false until then). `children`: its ScrollRestoration.
 */
export function StayPut({ children }: { children: ReactNode }) {
  const top = useRef(0);
  return (
    <>
      <Note top={top} />
      {children}
      <Return top={top} />
    </>
  );
}

type Given = { top: MutableRefObject<number> };

/** Effects run in the order in which they stand: this one before the router moves the page… */
function Note({ top }: Given) {
  const { state } = useRevalidator();
  const { key } = useLocation();
  useBeforePaint(() => {
    top.current = window.scrollY;
  }, [top, state, key]);
  return null;
}

/** …and this one after it. */
function Return({ top }: Given) {
  const { state } = useRevalidator();
  const { key } = useLocation();
  const before = useRef({ state, key });
  useBeforePaint(() => {
    const isLooked = before.current.state === "loading" && state === "idle" && before.current.key === key;
    if (isLooked && window.scrollY !== top.current) window.scrollTo(0, top.current);
    before.current = { state, key };
  }, [top, state, key]);
  return null;
}
