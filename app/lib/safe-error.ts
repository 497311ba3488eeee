/** What may be kept of an error that somebody else may have thrown. */
export type SafeError = {
  type: string;
  code?: string;
  /** Where it came through our own code, the innermost first: `app/queue/relay.server.ts:80`. */
  at?: string[];
  cause?: SafeError;
};

const MOST_FRAMES = 8;
const MOST_CAUSES = 3;
const OWN_FRAME = /\b((?:app|devstore|scripts|tests)\/[\w./$-]+\.tsx?:\d+|build\/server\/[\w./-]+\.js:\d+)/;

/**
 * An error without its words: those of Prisma, PostgreSQL and JSON.parse quote the values they stumbled over, and the stack
 * begins with them. Class, code, our own frames and the same of its causes stay.
 */
export function safeError(error: unknown, causes = MOST_CAUSES): SafeError {
  if (!(error instanceof Error)) return { type: error === null ? "null" : typeof error };
  const code = "code" in error ? String(error.code) : "";
  const at = ownFrames(error);
  return {
    type: error.name.slice(0, 80),
    ...(/^[\w.-]{1,40}$/.test(code) ? { code } : {}),
    ...(at.length > 0 ? { at } : {}),
    ...(error.cause instanceof Error && causes > 0 ? { cause: safeError(error.cause, causes - 1) } : {}),
  };
}

function ownFrames({ stack = "" }: Error): string[] {
  const frames: string[] = [];
  for (const line of stack.split("\n")) {
    if (!/^\s+at /.test(line) || line.includes("node_modules")) continue;
    const frame = OWN_FRAME.exec(line)?.[1];
    if (frame) frames.push(frame);
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
}
