// npm run check: everything that needs no database and no browser, at error level. At most three minutes on two cores.
// --no-tests: where npm test runs right after it, its unit tests need not run twice.
import { spawn } from "node:child_process";
import { childEnv, prepare, root } from "./prepare.mjs";

prepare();
/** @type {[name: string, command: string, args: string[]][]} */
const checks = [
  ["types", "tsc", ["-p", "."]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings", "."]],
  ["format", "prettier", ["--check", "--log-level=warn", "."]],
  [
    "dependencies",
    "depcruise",
    ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "app", "devstore"],
  ],
  ["dead code", "knip", []],
];
if (!process.argv.includes("--no-tests"))
  checks.push(["unit tests", "vitest", ["run", "--project", "unit", "--reporter=dot"]]);

let failed = 0;
const queue = [...checks];
// Two at a time: one per core.
await Promise.all([1, 2].map(work));
process.stdout.write(failed === 0 ? "\ncheck: all is well\n" : `\ncheck: ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, command, args] = next;
    const started = Date.now();
    const { code, output } = await run(command, args);
    const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    process.stdout.write(`${code === 0 ? "ok  " : "FAIL"} ${name} (${took})\n`);
    if (code !== 0) {
      failed += 1;
      process.stdout.write(`${output}\n`);
    }
  }
}

function run(command, args) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      env: childEnv({ FORCE_COLOR: "0", NO_COLOR: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}
