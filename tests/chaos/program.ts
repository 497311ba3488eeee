// A process of ours that a test starts, watches and ends by force.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type Program = {
  name: string;
  pid: number;
  /** What it could not let go of, in bytes, every two seconds since it started: see weigh-memory.mjs. */
  memory: () => number[];
  /** Resolves with the exit code, or the signal that ended it. */
  exited: Promise<number | string>;
  running: () => boolean;
  /** It ended, and nobody had asked it to. */
  crashed: () => boolean;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  /** SIGTERM; resolves with how it ended. */
  stop: () => Promise<number | string>;
  freeze: () => void;
  thaw: () => void;
};

/** Should this process be killed, its end of the pipe closes and the program ends by itself. */
const FLAGS = [
  "--disable-warning=ExperimentalWarning",
  ...["--import", "./scripts/demo/end-with-parent.mjs"],
  ...["--import", "./tests/chaos/weigh-memory.mjs"],
];

type Given = { name: string; args: string[]; env: Record<string, string>; log: string };

/** Starts a TypeScript entry of this repository. What it writes goes to `log`, appended. */
export function startProgram({ name, args, env, log }: Given): Program {
  const memoryLog = `${log}.${randomUUID()}.memory`;
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "development", MEMORY_LOG: memoryLog, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const file = createWriteStream(log, { flags: "a" });
  for (const output of [child.stdout, child.stderr]) output.pipe(file, { end: false });
  let over = false;
  let asked = false;
  const exited = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => {
      over = true;
      file.end();
      resolve(signal ?? code ?? 0);
    });
  });
  const end = (signal: "SIGKILL" | "SIGTERM") => {
    asked = true;
    if (!over) child.kill(signal);
    return exited;
  };
  return {
    name,
    pid: child.pid ?? 0,
    memory: () =>
      existsSync(memoryLog) ? readFileSync(memoryLog, "utf8").split("\n").slice(0, -1).map(Number) : [],
    exited,
    running: () => !over,
    crashed: () => over && !asked,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

/** Long, for a machine that does other things besides: whoever waits in vain has failed. */
const PATIENCE = 120;

/** Looks until there is something; a state is waited for, never a time. Says what it waited for when it was in vain. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = PATIENCE,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
