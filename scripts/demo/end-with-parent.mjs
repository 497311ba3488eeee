// Loaded into every process of the demo: when the demo itself is killed, its end of standard input closes, and so does the end
// that standard output is read from. The process ends in order; a shell insists, since a process without output may not manage.
import { spawn } from "node:child_process";

let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  spawn("sh", ["-c", `sleep 8; kill -9 ${process.pid} 2>/dev/null`], {
    detached: true,
    stdio: "ignore",
  }).unref();
  process.kill(process.pid, "SIGTERM");
};
process.stdin.resume();
process.stdin.on("end", end);
process.stdin.on("error", end);
process.stdin.unref?.();
for (const output of [process.stdout, process.stderr]) output.on("error", end);
