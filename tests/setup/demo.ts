// The whole demo, as a person starts it, once for each of the workers whose tests need it: database, dev store, web, worker.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../scripts/free-port.mjs";
import { browserPath } from "./browser.ts";

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
    demos: DemoFile[];
  }
}

/**
 * A demo for each worker, so that test files run side by side and none meets what another does. One after the other, and the
 * browser before them: two that build or unpack something at once would spoil it for each other.
 */
export async function setup(project: TestProject) {
  await browserPath();
  const demos = [await startDemo()];
  while (demos.length < project.config.maxWorkers) demos.push(await startDemo({ REDIS_URL: "" }));
  project.provide(
    "demos",
    demos.map(({ file }) => file),
  );
  return async () => void (await Promise.all(demos.map(({ stop }) => stop())));
}

/** Starts `npm run demo` on free ports with data of its own. Two demos cannot share one Redis. */
export async function startDemo(environment: Record<string, string> = {}) {
  const data = mkdtempSync(path.join(tmpdir(), "attune-demo-"));
  chmodSync(data, 0o755); // as root PostgreSQL is another user, who must reach it
  writeFileSync(path.join(data, "secrets.json"), JSON.stringify(awkwardSecrets()), { mode: 0o600 });
  const port = await freePort(4);
  const child = spawn("node", ["scripts/demo.mjs", "--port", String(port), "--data", data], {
    cwd: root,
    env: { ...process.env, ...environment },
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
