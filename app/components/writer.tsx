import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { dropOthers, ownPlace } from "./own-place.ts";

const Writer = createContext("");
/** The same for what runs beside the screens; a document has one writer for as long as it lives. */
let ofDocument = "";

/** Who writes below, and in which shop: what others left in this browser is taken out of it. */
export function WriterProvider({ writer, children }: { writer: string; children: ReactNode }) {
  useEffect(() => {
    ofDocument = writer;
    dropOthers(() => window.localStorage, writer, Date.now());
    dropOthers(() => window.sessionStorage, writer, Date.now());
  }, [writer]);
  return <Writer.Provider value={writer}>{children}</Writer.Provider>;
}

/** The shop's id and their own: what they write is kept under it (own-place.ts). */
export const useWriter = (): string => useContext(Writer);

/** The window's own storage as they have it, so that two windows do not mix theirs. */
export function useWindowPlace() {
  const writer = useWriter();
  return useMemo(() => inWindow(writer), [writer]);
}

/** The same for a loader; nothing is kept for it before a screen is there. */
export const windowPlace = () => inWindow(ofDocument);

const inWindow = (writer: string) => ownPlace(() => window.sessionStorage, writer);
