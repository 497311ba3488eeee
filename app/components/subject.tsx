import { BidiText } from "./bidi-text.tsx";
import { isCut, shortSubject } from "./short-subject.ts";

/** A subject that stands in a list or a sentence: how it begins, and all of it to who points there. */
export function Subject({ children }: { children: string }) {
  return (
    <span title={isCut(children) ? children : undefined}>
      <BidiText>{shortSubject(children)}</BidiText>
    </span>
  );
}
