// What demo, test, check, eval, bench and understand need before anything else. Plain JavaScript for any Node ≥ 20: the
// pinned Node that runs everything else is one of the things it installs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isInstalled } from "./is-installed.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const bin = path.join(root, "node_modules", ".bin");
export const pinnedNode = path.join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** The environment of every process we start: the pinned Node and the packages' commands come first on the path. */
export function childEnv(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
}

/** Installs the packages and generates the database client when they are missing or older than their source. */
export function prepare({ build = false } = {}) {
  step("packages", ["package.json", "package-lock.json"], () => {
    if (
      isInstalled({ manifest: read("package.json"), lock: read("package-lock.json"), installed: read(NOTED) })
    )
      return;
    say("Installing packages (about a minute, once) …");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
  step("database client", ["prisma/schema.prisma", "package-lock.json"], () => {
    run("prisma", ["generate", "--no-hints"], {
      DATABASE_URL: "postgresql://unused@127.0.0.1/unused",
      CHECKPOINT_DISABLE: "1",
    });
  });
  if (build) {
    step(
      "screens",
      ["package-lock.json", "vite.config.ts", "scripts/read-words.ts", "shopify.app.toml", ...files("app")],
      () => {
        say("Building the screens …");
        run("remix", ["vite:build", "--logLevel", "warn"], { NODE_ENV: "production" });
      },
    );
  }
}

/** Where npm notes what it installed: an `npm ci` that somebody ran counts as well as ours. */
const NOTED = "node_modules/.package-lock.json";

function read(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8"));
  } catch {
    return null;
  }
}

/** Does `work` when the sources' digest is not the one it was last done for. */
function step(name, sources, work) {
  const stamp = path.join(root, "node_modules", ".attune", name.replaceAll(" ", "-"));
  const digest = digestOf(sources);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
  if (fresh && (name !== "screens" || existsSync(path.join(root, "build/server/index.js")))) return;
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digestOf(sources));
}

function digestOf(sources) {
  const hash = createHash("sha256");
  for (const source of sources) {
    const file = path.join(root, source);
    hash.update(source).update(existsSync(file) ? readFileSync(file) : "");
  }
  return hash.digest("hex");
}

function files(folder) {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(path.join(root, file)).isDirectory() ? files(file) : [file];
  });
}

function run(command, args, extra = {}) {
  // npm is the host's; everything else is a package's command under the pinned Node.
  const env = command === "npm" ? { ...process.env, ...extra } : childEnv(extra);
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (done.status === 0) return;
  process.stderr.write(
    `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `${done.error.message}\n` : ""}`,
  );
  process.stderr.write(`"${command} ${args.join(" ")}" failed.\n`);
  process.exit(1);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
