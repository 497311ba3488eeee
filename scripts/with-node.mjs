// node scripts/with-node.mjs FILE: runs a TypeScript entry in this process, and says so when this Node is too old for it.
import path from "node:path";
import { pathToFileURL } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Attune needs Node 22.18 or newer to run; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}
try {
  await import(pathToFileURL(path.resolve(process.argv[2] ?? "")).href);
} catch (error) {
  // An operator needs the names, not where in our code they were missed.
  if (!(error instanceof Error) || error.name !== "EnvironmentError") throw error;
  process.stderr.write(
    `${error.message}\ncompose.yaml sets each of them. The demo keeps its own to itself.\n`,
  );
  process.exit(1);
}
