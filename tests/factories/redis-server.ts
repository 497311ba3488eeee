import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../../scripts/free-port.mjs";

const program = "redis-server";
const given = process.env["TEST_REDIS_URL"]; // oxlint-disable-line node/no-process-env

/** The server is somebody else's: it can be neither killed nor revived. */
export const givenRedis = given !== undefined;

/** Why the tests on Redis cannot run here; null when they can. */
export const noRedis: string | null =
  given || spawnSync(program, ["--version"]).status === 0
    ? null
    : "no redis-server on the path and TEST_REDIS_URL is not set";

/** A Redis for one test file. `kill` and `revive` work on our own server only: `own` says whether it is. */
export async function startRedis() {
  if (given)
    return { url: given, own: false, kill: async () => {}, revive: async () => {}, stop: async () => {} };
  const port = await freePort();
  let server = await launch(port);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    own: true,
    kill,
    revive: async () => {
      server = await launch(port);
    },
    stop: kill,
  };
}

async function launch(port: number): Promise<ChildProcess> {
  const server = spawn(program, [
    "--port",
    String(port),
    "--save",
    "",
    "--appendonly",
    "no",
    "--bind",
    "127.0.0.1",
  ]);
  for await (const chunk of server.stdout)
    if (String(chunk).includes("Ready to accept connections")) return server;
  throw new Error(`${program} ended before it was ready`);
}
