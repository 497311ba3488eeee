import { Worker } from "node:worker_threads";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import type { ParseMail } from "#app/ports.ts";

type Answer = Awaited<ReturnType<ParseMail>>;
export type ThreadAnswer = { outcome: "parsed"; mail: ParsedMail } | { outcome: "refused"; reason: string };

/** A thread that needs more has met a mail made to exhaust it. Attachments and raw bytes live outside the heap. */
const HEAP_LIMIT_MB = 384;

/**
 * Parses mail in one long-lived thread, one mail at a time: what an attacker makes slow or large costs that thread and not
 * the process. A mail that passes the deadline or the heap limit ends the thread and is refused; the next starts a new one.
 */
export function makeParseMail(given: { deadline?: Duration } = {}): ParseMail {
  const deadline = given.deadline ?? seconds(20);
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function running(): Worker {
    if (thread) return thread;
    const started = new Worker(new URL("./parse-mail-thread.ts", import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    const forget = () => {
      if (thread === started) thread = null;
    };
    started.on("error", forget).on("exit", forget);
    started.unref();
    thread = started;
    return started;
  }

  return (raw) => {
    const answer = last.then(() => parseIn(running(), { raw, deadline }));
    last = answer.catch(() => {});
    return answer;
  };
}

function parseIn(
  thread: Worker,
  { raw, deadline }: { raw: Uint8Array; deadline: Duration },
): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      resolve(answer);
    };
    const onMessage = (answer: ThreadAnswer) => settle(answer);
    const onError = () =>
      settle({ outcome: "refused", reason: "parsing it took more memory than is allowed" });
    const onExit = () => settle({ outcome: "refused", reason: "the parser stopped" });
    const timer = setTimeout(() => {
      settle({ outcome: "refused", reason: `parsing it took longer than ${deadline / 1_000} s` });
      void thread.terminate();
    }, deadline);
    // The process must not end while a mail is being read.
    thread.ref();
    thread.once("message", onMessage).once("error", onError).once("exit", onExit);
    // A copy: the caller's bytes stay usable, and the thread gets its own without copying twice.
    const bytes = new Uint8Array(raw);
    thread.postMessage(bytes, [bytes.buffer]);
  });
}
