// The whole demo, as a person starts it, once for all tests that need it: database, dev store, web, worker.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../scripts/free-port.mjs";

const root = path.resolve(import.meta.dirname, "../..");

export type DemoFile = {
  appUrl: string;
  devstoreUrl: string;
  adminUrl: string;
  mailboxUrl: string;
  shop: string;
  apiKey: string;
  apiSecret: string;
  inboundAddress: string;
  inboundToken: string;
  inboundSmtpPort: number;
  databaseUrl: string;
  redisUrl: string | null;
};

declare module "vitest" {
  interface ProvidedContext {
    demo: DemoFile;
  }
}

export async function setup(project: TestProject) {
  const demo = await startDemo();
  project.provide("demo", demo.file);
  return demo.stop;
}

/** Starts `npm run demo` on free ports with data of its own. */
export async function startDemo() {
  const data = mkdtempSync(path.join(tmpdir(), "attune-demo-"));
  chmodSync(data, 0o755); // as root PostgreSQL is another user, who must reach it
  writeFileSync(path.join(data, "secrets.json"), JSON.stringify(awkwardSecrets()), { mode: 0o600 });
  const port = await freePort(4);
  const child = spawn("node", ["scripts/demo.mjs", "--port", String(port), "--data", data], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  child.stdout.on("data", (chunk) => output.push(String(chunk)));
  child.stderr.on("data", (chunk) => output.push(String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const file = path.join(data, "demo.json");
  while (!existsSync(file)) {
    const ended = await Promise.race([
      exited.then(() => true),
      new Promise((next) => setTimeout(next, 100, false)),
    ]);
    if (ended) throw new Error(`The demo did not start:\n${output.join("")}`);
  }
  const stop = async () => {
    child.kill("SIGINT");
    await exited;
    rmSync(data, { recursive: true, force: true });
  };
  return { file: JSON.parse(readFileSync(file, "utf8")) as DemoFile, output, data, child, exited, stop };
}

/** Secrets as the demo makes them, with the first letters that are easiest taken for something else: one start in 64 has them. */
const awkwardSecrets = () => ({
  apiKey: randomBytes(16).toString("hex"),
  apiSecret: `shpss_${randomBytes(16).toString("hex")}`,
  encryptionKey: `/+${randomBytes(32).toString("base64").slice(2)}`,
  inboundToken: `-_${randomBytes(24).toString("base64url").slice(2)}`,
});

/** Runs `npm run demo` to its end, for what it refuses. */
export function refusedDemo(args: string[], environment: Record<string, string> = {}) {
  return spawnSync("node", ["scripts/demo.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
}

/** What the environment gives the demo instead of its default. */
export const givenRedis = () => process.env["REDIS_URL"] ?? null;
