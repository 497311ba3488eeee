// Worker processes of the app under test, which can be killed. They share the test's own database and environment.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type Workers = {
  start: () => ChildProcess;
  /** Ends every worker that still runs. */
  stop: () => Promise<void>;
};

/** Workers that send their mail to `smtpUrl`. */
export function workersWith(smtpUrl: string): Workers {
  const running = new Set<ChildProcess>();
  return {
    start: () => {
      const worker = spawn(process.execPath, ["app/entry.worker.ts"], {
        cwd: root,
        env: { ...process.env, SMTP_URL: smtpUrl },
        stdio: ["ignore", "ignore", "inherit"],
      });
      running.add(worker);
      worker.once("exit", () => running.delete(worker));
      return worker;
    },
    stop: async () => {
      await Promise.all(
        [...running].map((worker) => {
          const gone = new Promise((resolve) => worker.once("exit", resolve));
          worker.kill("SIGKILL");
          return gone;
        }),
      );
    },
  };
}
