import { inject } from "vitest";

/** The demo that this worker's files share. */
export function demoOfWorker() {
  const worker = Number(process.env["VITEST_POOL_ID"]);
  const demo = inject("demos")[worker - 1];
  if (!demo) throw new Error(`No demo was started for worker ${worker}`);
  return demo;
}
