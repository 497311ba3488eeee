// A process of ours that a test starts, watches and ends by force.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type Program = {
  name: string;
  pid: number;
  /** Resident memory in bytes, one sample a second, since it started. Empty where there is no /proc. */
  memory: number[];
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
const FLAGS = ["--disable-warning=ExperimentalWarning", "--import", "./scripts/demo/end-with-parent.mjs"];

type Given = { name: string; args: string[]; env: Record<string, string>; log: string };

/** Starts a TypeScript entry of this repository. What it writes goes to `log`, appended. */
export function startProgram({ name, args, env, log }: Given): Program {
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "development", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const file = createWriteStream(log, { flags: "a" });
  for (const output of [child.stdout, child.stderr]) output.pipe(file, { end: false });
  let over = false;
  let asked = false;
  const memory: number[] = [];
  const sampler = setInterval(() => {
    const resident = residentBytes(child.pid ?? 0);
    if (resident > 0) memory.push(resident);
  }, 1_000);
  sampler.unref();
  const exited = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => {
      over = true;
      clearInterval(sampler);
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
    memory,
    exited,
    running: () => !over,
    crashed: () => over && !asked,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

/**
 * A port nobody listens on, from below those that the system gives to connections: a server that is away for a moment finds its
 * port free when it comes back.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}

function residentBytes(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
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
