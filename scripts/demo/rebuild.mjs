// npm run dev: builds the screens again when a file under app/ changes. The web process watches the result.
import { spawnSync } from "node:child_process";
import { watch } from "node:fs";
import path from "node:path";
import { childEnv, root } from "../prepare.mjs";

const QUIET_MS = 200;
let timer;

watch(path.join(root, "app"), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(build, QUIET_MS);
});

function build() {
  const done = spawnSync("remix", ["vite:build", "--logLevel", "warn"], {
    cwd: root,
    env: childEnv({ NODE_ENV: "production" }),
    encoding: "utf8",
  });
  process.stdout.write(done.status === 0 ? "Screens built.\n" : `${done.stdout}${done.stderr}`);
}
