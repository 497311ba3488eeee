// npm run bench [-- NAME …]: the measured claims, each against a stated limit or peer.
import { spawnSync } from "node:child_process";

const benches: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  "webhook-door": () => import("./webhook-door.ts"),
  acknowledge: () => import("./acknowledge.ts"),
  processed: () => import("./processed.ts"),
  steady: () => import("./steady.ts"),
  fairness: () => import("./fairness.ts"),
  "admin-pages": () => import("./admin-pages.ts"),
  inbox: () => import("./inbox.ts"),
  bundle: () => import("./bundle.ts"),
  "desk-pages": () => import("./desk-pages.ts"),
  "draft-latency": () => import("./draft-latency.ts"),
  reads: () => import("./reads.ts"),
  insights: async () => ({ bench: (await import("./reads.ts")).benchInsights }),
  backfill: () => import("./backfill.ts"),
  detect: () => import("./detect.ts"),
  sweep: () => import("./sweep.ts"),
};
/** Processes under test, started by a bench. */
const servers: Record<string, () => Promise<{ serve: () => Promise<void> }>> = {
  door: () => import("./serve-door.ts"),
  bare: () => serveBare(true),
  "bare-unsealed": () => serveBare(false),
  "reference-worker": () => import("./reference-worker.ts"),
  remix: () => serveRemix("database"),
  "remix-memory": () => serveRemix("memory"),
  backfill: () => import("./serve-backfill.ts"),
};

async function serveBare(sealed: boolean) {
  const bare = await import("./serve-bare.ts");
  return { serve: () => bare.serveBare({ sealed }) };
}

async function serveRemix(sessions: "database" | "memory") {
  const remix = await import("./serve-remix.ts");
  return { serve: () => remix.serveRemix({ sessions }) };
}

const [first, second] = process.argv.slice(2);
if (first === "serve") {
  const server = servers[second ?? ""];
  if (!server) throw new Error(`There is no server ${second}`);
  await (await server()).serve();
} else {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench ${name}: ${Object.keys(benches).join(", ")}`);
    if (names.length === 1) {
      console.log(`\n## ${name}\n`);
      await (await bench()).bench();
    } else if (
      spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name], { stdio: "inherit" })
        .status !== 0
    )
      // In a process of its own: one that loads the app is bound to its database.
      process.exitCode = 1;
  }
}
