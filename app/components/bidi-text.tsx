import type { CSSProperties } from "react";

const wrap: CSSProperties = { overflowWrap: "anywhere", unicodeBidi: "isolate" };

/** Words somebody else wrote: their own direction, never breaking the layout, line breaks kept when asked. */
export function BidiText({ children, lines = false }: { children: string; lines?: boolean }) {
  return (
    <span dir="auto" style={lines ? { ...wrap, whiteSpace: "pre-wrap", display: "block" } : wrap}>
      {children}
    </span>
  );
}
