import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { focusTitleIfLost } from "./focus-title-if-lost.ts";

/** A link to another screen is gone with the screen it stood on. */
export function FocusTitle() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) focusTitleIfLost();
    before.current = pathname;
  }, [pathname]);
  return null;
}
