import { createContext, useContext, useEffect, type ReactNode } from "react";
import { dropOthers } from "./own-place.ts";

const Writer = createContext("");

/** Who writes below, and in which shop: what others left in this browser is taken out of it. */
export function WriterProvider({ writer, children }: { writer: string; children: ReactNode }) {
  useEffect(() => {
    dropOthers(() => window.localStorage, writer, Date.now());
  }, [writer]);
  return <Writer.Provider value={writer}>{children}</Writer.Provider>;
}

/** The shop's id and their own: what they write is kept under it (own-place.ts). */
export const useWriter = (): string => useContext(Writer);
