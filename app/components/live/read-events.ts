import type { DeskEvent } from "#app/desk/live/desk-event.ts";

/** Takes the next piece of a stream and gives the events that are whole by now. A line that is none (a heartbeat) is left out. */
export function eventReader(): (piece: string) => DeskEvent[] {
  let rest = "";
  return (piece) => {
    const parts = (rest + piece).split("\n\n");
    rest = parts.pop() ?? "";
    return parts.flatMap((part) => {
      const event = part.startsWith("data: ") ? parsed(part.slice("data: ".length)) : null;
      return event ? [event] : [];
    });
  };
}

const KINDS: readonly string[] = ["hello", "again", "changed", "presence"];

/** Null for what a later release may say. */
function parsed(text: string): DeskEvent | null {
  const event = JSON.parse(text) as DeskEvent;
  return KINDS.includes(event.kind) ? event : null;
}
