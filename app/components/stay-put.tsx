import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useLayoutEffect, useRef, type MutableRefObject, type ReactNode } from "react";

/** A server has no layout, and says so when it is asked to. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Keeps the page where its reader has scrolled it to while it is brought up to date. To the router the first look for news is the
 * opening of the page, and it goes to the top (`restoreScrollPosition`, false until then). `children`: its ScrollRestoration.
 */
export function StayPut({ children }: { children: ReactNode }) {
  const topRef = useRef(0);
  return (
    <>
      <Note topRef={topRef} />
      {children}
      <Return topRef={topRef} />
    </>
  );
}

type Given = { topRef: MutableRefObject<number> };

/** Effects run in the order in which they stand: this one before the router moves the page… */
function Note({ topRef }: Given) {
  const { state } = useRevalidator();
  const { key } = useLocation();
  useBeforePaint(() => {
    topRef.current = window.scrollY;
  }, [topRef, state, key]);
  return null;
}

/** …and this one after it. */
function Return({ topRef }: Given) {
  const { state } = useRevalidator();
  const { key } = useLocation();
  const before = useRef({ state, key });
  useBeforePaint(() => {
    const isLooked = before.current.state === "loading" && state === "idle" && before.current.key === key;
    if (isLooked && window.scrollY !== topRef.current) window.scrollTo(0, topRef.current);
    before.current = { state, key };
  }, [topRef, state, key]);
  return null;
}
