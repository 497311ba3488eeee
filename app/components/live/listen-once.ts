import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { eventReader } from "./read-events.ts";

/** The server says something every fifteen seconds: this long without a word, the stream is dead. */
const SILENT_MS = 40_000;

type Listening = {
  open: (signal: AbortSignal) => Promise<Response>;
  signal: AbortSignal;
  hear: (event: DeskEvent) => void;
};

/** Hears one stream to its end; whether the server asked to come again. Never throws: whatever ends it, it has ended. */
export async function listenOnce({ open, signal, hear }: Listening): Promise<boolean> {
  const dead = new AbortController();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heardSomething = () => {
    clearTimeout(silence);
    silence = setTimeout(() => dead.abort(), SILENT_MS);
  };
  heardSomething();
  try {
    const response = await open(AbortSignal.any([signal, dead.signal]));
    if (!response.ok || !response.body) return false;
    const read = eventReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      heardSomething();
      for (const event of read(next.value)) {
        if (event.kind === "again") return true;
        hear(event);
      }
    }
    return false;
  } catch {
    return false;
  } finally {
    clearTimeout(silence);
    dead.abort();
  }
}
