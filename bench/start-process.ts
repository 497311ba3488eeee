import { spawn } from "node:child_process";
import { on, once } from "node:events";
import path from "node:path";
import { COST_PATH, type Cost } from "./announce.ts";

const root = path.resolve(import.meta.dirname, "..");

export type Started = { stop: () => Promise<void> };
export type StartedServer = Started & { url: string; cost: () => Promise<Cost> };

/** Starts one of run.ts' servers and waits for its port. `url` is where it takes webhooks. */
export async function startServer(name: string, environment: NodeJS.ProcessEnv): Promise<StartedServer> {
  const { child, stop } = start(["bench/run.ts", "serve", name], environment);
  if (!child.stdout) throw new Error("No output");
  let port: string | undefined;
  for await (const text of on(child.stdout, "data", { close: ["end"] })) {
    port = /port (\d+)/.exec(String(text))?.[1];
    if (port) break;
  }
  if (!port) throw new Error(`${name} did not start`);
  child.stdout.resume();
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/webhooks`,
    cost: async () => (await fetch(origin + COST_PATH)).json() as Promise<Cost>,
    stop,
  };
}

/** Starts the worker of the app as it is deployed. */
export function startWorkerProcess(environment: NodeJS.ProcessEnv): Started {
  const { child, stop } = start(["app/entry.worker.ts"], environment);
  child.stdout?.resume();
  return { stop };
}

function start(script: string[], environment: NodeJS.ProcessEnv) {
  const profile = process.env["BENCH_CPU_PROF"];
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      ...(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []),
      ...script,
    ],
    { cwd: root, env: environment, stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { child, stop };
}
