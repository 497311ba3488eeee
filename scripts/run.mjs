// node scripts/run.mjs FILE [ARGUMENT …]: installs what is missing, then runs FILE under the pinned Node.
import { spawn } from "node:child_process";
import { childEnv, pinnedNode, prepare, root } from "./prepare.mjs";

prepare();
const [file, ...args] = process.argv.slice(2);
const child = spawn(pinnedNode, ["--disable-warning=ExperimentalWarning", file, ...args], {
  cwd: root,
  env: childEnv(),
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
