import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";
import { givenRedis, refusedDemo, startDemo } from "#tests/setup/demo.ts";

/** The direct children of a process. */
function processesOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(parent);
      } catch {
        return false;
      }
    });
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

describe("npm run demo", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(async () => {
    await demo?.stop();
  });

  it("writes where everything is, readable by its owner only", () => {
    expect(statSync(path.join(demo.data, "demo.json")).mode & 0o777).toBe(0o600);
    expect(demo.file.redisUrl).toBe(givenRedis());
    expect(typeof demo.file.inboundSmtpPort).toBe("number");
  });

  it("begins with conversations, one of which leaves the readings unsure", async () => {
    const client = demoClient(demo.file);
    const found = await eventually(async () => {
      const answer = await client.api("conversations?limit=50");
      const { items } = (await answer.json()) as { items: { subject: string; unsure: boolean }[] };
      return items.find(({ unsure }) => unsure);
    }, 60);
    expect(found.subject).toContain("Well.");
  });

  it("logs no address that leads nowhere: a session token is in it", async () => {
    const logs = path.join(demo.data, "logs");
    for (const screen of ["/reports/2019", "/inbox/1/2/3"]) {
      const answer = await fetch(`${demo.file.appUrl}${screen}?id_token=not-to-be-kept`);
      expect(answer.status).toBe(404);
      await answer.text();
    }
    expect((await fetch(`${demo.file.appUrl}/readyz`)).status).toBe(200);
    const logged = readdirSync(logs).map((name) => readFileSync(path.join(logs, name), "utf8"));
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((text) => text.includes("not-to-be-kept"))).toEqual([]);
  });

  it("starts a worker again that was killed, says so, and goes on", async () => {
    const client = demoClient(demo.file);
    // At rest, so that the new one need not wait for the old one's leases to run out; a fall at work is in tests/chaos.
    await eventually(async () => {
      const health = (await (await client.api("health/shop")).json()) as { queueDepth: number };
      return health.queueDepth === 0;
    });
    const pid = demo.child.pid ?? 0;
    const worker = processesOf(pid).find((child) => commandOf(child).includes("entry.worker.ts"));
    expect(worker).toBeDefined();
    process.kill(worker ?? 0, "SIGKILL");
    await eventually(async () =>
      demo.output.join("").includes("worker was ended by SIGKILL; starting it again."),
    );
    const { items } = (await client.control("GET", "orders")) as { items: { id: string }[] };
    const id = items[0]?.id ?? "";
    await client.control("POST", `orders/${id}/update-note`, { note: "after the fall" });
    await eventually(async () => {
      const order = (await (await client.api(`orders/${id}`)).json()) as { note: string | null };
      return order.note === "after the fall";
    }, 60);
  });

  it("says clearly that a port is taken", async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port));
    });
    const refused = refusedDemo(["--port", String(port), "--data", path.join(demo.data, "other")]);
    blocker.close();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`Port ${port} is taken`);
  });

  it("refuses --fresh for a database it did not make", () => {
    const refused = refusedDemo(["--fresh", "--data", path.join(demo.data, "other")], {
      DATABASE_URL: "postgresql://somebody@127.0.0.1:1/theirs",
    });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("DATABASE_URL");
  });

  it("stops everything on Ctrl-C and leaves no orphan", async () => {
    const pid = demo.child.pid ?? 0;
    const children = processesOf(pid);
    expect(children.length).toBeGreaterThanOrEqual(4);
    demo.child.kill("SIGINT");
    expect(await demo.exited).toBe(0);
    expect(existsSync(path.join(demo.data, "demo.json"))).toBe(false);
    expect(children.filter((child) => commandOf(child) !== "")).toEqual([]);
  });
});
