// Web and worker processes of the app on the test's own database and environment.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startProgram, until, type Program } from "#tests/chaos/program.ts";
import { freePort } from "../../scripts/free-port.mjs";

export type OwnProcess = Program & {
  /** What it logged so far. */
  log: () => string;
};
export type OwnWeb = OwnProcess & { url: string };

/** Seconds. Five at once on two busy cores take their time. */
const START_WITHIN = 150;

/** Starts processes, and ends what is left of them by `stop`. */
export function ownProcesses(given: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "attune-processes-"));
  const all: Program[] = [];
  const begin = (name: "web" | "worker", more: Record<string, string>): OwnProcess => {
    const log = path.join(folder, `${name}-${all.length}.log`);
    const env: Record<string, string> = {};
    for (const [key, value] of Object.entries(process.env)) if (value !== undefined) env[key] = value;
    const program = startProgram({
      name,
      args: [`app/entry.${name}.ts`],
      env: { ...env, HOST: "127.0.0.1", LOG_LEVEL: "info", ...given, ...more },
      log,
    });
    all.push(program);
    return Object.assign(program, { log: () => (existsSync(log) ? readFileSync(log, "utf8") : "") });
  };
  return {
    /** Resolves when it is ready. */
    web: async (more: Record<string, string> = {}): Promise<OwnWeb> => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const web = begin("web", { PORT: String(port), ...more });
      await until(
        "the web process is ready",
        async () => (await statusOf(`${url}/readyz`)) === 200,
        START_WITHIN,
      );
      return Object.assign(web, { url });
    },
    /** Resolves when it works, or would if there were a queue. */
    worker: async (more: Record<string, string> = {}): Promise<OwnProcess> => {
      const worker = begin("worker", more);
      await until(
        "the worker has started",
        async () => worker.log().includes("worker started"),
        START_WITHIN,
      );
      return worker;
    },
    stop: async () => {
      await Promise.all(all.map((one) => one.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Null when nobody listens. */
export async function statusOf(url: string): Promise<number | null> {
  try {
    return (await fetch(url)).status;
  } catch {
    return null;
  }
}
