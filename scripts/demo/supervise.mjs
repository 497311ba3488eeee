// Starts the demo's processes, starts one again that died, and stops them all in order.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { childEnv, pinnedNode, root } from "../prepare.mjs";

const GIVE_UP_AFTER = 5;
const LAST_WORDS = 2_000;

/**
 * @param {{ dataDir: string, say: (line: string) => void }} options
 */
export function supervisor({ dataDir, say }) {
  const children = new Map();
  let stopping = false;
  const logs = path.join(dataDir, "logs");
  mkdirSync(logs, { recursive: true });

  /** Starts a program and keeps it running. `onLine` hears its standard output. */
  function keep(name, { args, env, onLine }) {
    const log = createWriteStream(path.join(logs, `${name}.log`), { flags: "a" });
    let quickDeaths = 0;
    let lastWords = "";
    const start = () => {
      const startedAt = Date.now();
      const child = spawnChild(args, env);
      children.set(name, child);
      child.stdout.on("data", (chunk) => {
        log.write(chunk);
        if (onLine) for (const line of chunk.toString().split("\n").filter(Boolean)) onLine(line);
      });
      child.stderr.on("data", (chunk) => {
        log.write(chunk);
        lastWords = (lastWords + chunk).slice(-LAST_WORDS);
      });
      child.on("error", (error) => say(`${name} could not be started: ${error.message}`));
      child.on("exit", (code, signal) => {
        if (stopping) return;
        quickDeaths = Date.now() - startedAt < 5_000 ? quickDeaths + 1 : 0;
        const why = signal ? `was ended by ${signal}` : `ended with ${code}`;
        if (quickDeaths >= GIVE_UP_AFTER) {
          say(
            `${name} ${why} ${GIVE_UP_AFTER} times in a row; giving up. Its log, ${path.relative(root, log.path)}, ends:\n${lastWords}`,
          );
          process.kill(process.pid, "SIGTERM");
          return;
        }
        say(`${name} ${why}; starting it again.`);
        setTimeout(start, Math.min(250 * 2 ** quickDeaths, 5_000));
      });
    };
    start();
  }

  /** Asks each to end, the newest first, and insists after a while. */
  async function stopAll() {
    stopping = true;
    for (const [name, child] of [...children].reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const insist = setTimeout(() => {
        say(`${name} does not end by itself; ending it.`);
        child.kill("SIGKILL");
      }, 28_000);
      await ended;
      clearTimeout(insist);
    }
  }

  return { keep, stopAll };
}

/**
 * In its own process group, so that Ctrl-C reaches this process only, which stops the others in order. Its standard input is a
 * pipe from here: should this process be killed, the pipe closes and the child ends by itself.
 */
function spawnChild(args, env) {
  return spawn(
    pinnedNode,
    ["--disable-warning=ExperimentalWarning", "--import", "./scripts/demo/end-with-parent.mjs", ...args],
    { cwd: root, env: childEnv(env), stdio: ["pipe", "pipe", "pipe"], detached: true },
  );
}
