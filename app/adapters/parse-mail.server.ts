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
 * the process. A mail that passes the deadline or the heap limit ends the thread and is refused; the next starts a new one,
 * once the old one is gone. A thread that cannot start or stops by itself says nothing about the mail: that throws, and the
 * job tries again.
 */
export function makeParseMail(given: { deadline?: Duration; thread?: URL } = {}): ParseMail {
  const deadline = given.deadline ?? seconds(20);
  const script = given.thread ?? new URL("./parse-mail-thread.ts", import.meta.url);
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = new Worker(script, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    const forget = () => {
      if (thread === started) thread = null;
    };
    started.on("error", forget).on("exit", forget);
    started.unref();
    return started;
  }

  async function parse(raw: Uint8Array): Promise<Answer> {
    thread ??= start();
    const used = thread;
    const heard = await hear(used, { raw, deadline });
    if (heard.outcome === "answered") return heard.answer;
    // No later mail may go to a thread that is ending.
    if (thread === used) thread = null;
    await used.terminate();
    return { outcome: "refused", reason: heard.reason };
  }

  return (raw) => {
    const answer = last.then(() => parse(raw));
    last = answer.catch(() => {});
    return answer;
  };
}

type Heard = { outcome: "answered"; answer: ThreadAnswer } | { outcome: "ended"; reason: string };

/** Gives the thread one mail and waits for its answer. Throws when the thread fails for no fault of the mail. */
function hear(thread: Worker, { raw, deadline }: { raw: Uint8Array; deadline: Duration }): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
    };
    const onMessage = (answer: ThreadAnswer) => {
      stop();
      resolve({ outcome: "answered", answer });
    };
    const onError = (error: unknown) => {
      stop();
      if (isOutOfMemory(error))
        resolve({ outcome: "ended", reason: "parsing it took more memory than is allowed" });
      else reject(new Error("The mail parser's thread failed", { cause: error }));
    };
    const onExit = () => {
      stop();
      reject(new Error("The mail parser's thread stopped"));
    };
    const timer = setTimeout(() => {
      stop();
      resolve({ outcome: "ended", reason: `parsing it took longer than ${deadline / 1_000} s` });
    }, deadline);
    // The process must not end while a mail is being read.
    thread.ref();
    thread.once("message", onMessage).once("error", onError).once("exit", onExit);
    // A copy: the caller's bytes stay usable, and the thread gets its own without copying twice.
    const bytes = new Uint8Array(raw);
    thread.postMessage(bytes, [bytes.buffer]);
  });
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
