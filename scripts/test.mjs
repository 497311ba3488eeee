// npm test [-- VITEST ARGUMENTS]: installs, builds, then runs every test: unit, contract, integration and the browser.
// Closes with one line of totals, and with one line for everything that could not be run here and why.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { childEnv, prepare, root } from "./prepare.mjs";

prepare({ build: true });
const results = path.join(root, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const report = path.join(results, "vitest.json");
const run = spawnSync(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, env: childEnv({ TEST_RESULTS: results }), stdio: "inherit" },
);

const totals = { passed: 0, failed: 0, skipped: 0 };
try {
  const read = JSON.parse(readFileSync(report, "utf8"));
  totals.passed = read.numPassedTests;
  totals.failed = read.numFailedTests;
  totals.skipped = read.numPendingTests + read.numTodoTests;
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  totals.failed += read.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
} catch (error) {
  process.stderr.write(`The tests left no report: ${error.message}\n`);
  totals.failed += 1;
}
process.stdout.write(
  `\nTests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
);
if (process.env.REQUIRE_REDIS && totals.skipped > 0) {
  process.stdout.write("Redis is required here, and tests were skipped.\n");
  process.exit(1);
}
process.exit(run.status === 0 && totals.failed === 0 ? 0 : 1);
