// Loaded into every process of the demo: when the demo itself is killed, its end of standard input closes.
process.stdin.resume();
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.on("error", () => process.kill(process.pid, "SIGTERM"));
process.stdin.unref?.();
