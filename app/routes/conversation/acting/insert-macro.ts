/** A text with the macro in it, and where the caret goes: after what was inserted. */
type Inserted = { text: string; caret: number };

/**
 * Puts a macro into a reply as paragraphs of its own. `caret`: where somebody writes; null where nobody does yet: before the reply's last
 * paragraph then, in which it takes its leave.
 */
export function insertMacro(text: string, macro: string, caret: number | null): Inserted {
  const at = caret ?? beforeLeave(text);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const head = before.trim() === "" ? before : before + missing(/\n*$/u.exec(before)?.[0].length ?? 0);
  const words = head + macro.trim();
  const tail = after.trim() === "" ? after : missing(/^\n*/u.exec(after)?.[0].length ?? 0) + after;
  return { text: words + tail, caret: words.length };
}

/** The line breaks that a paragraph still wants. */
const missing = (breaks: number) => "\n".repeat(Math.max(0, 2 - breaks));

function beforeLeave(text: string): number {
  const last = text.trimEnd().lastIndexOf("\n\n");
  const hasMiddle = last > 0 && text.slice(0, last).includes("\n\n");
  return hasMiddle ? last + 2 : text.length;
}
