import { Gauge } from "prom-client";
import { tenantPool } from "#app/db.server.ts";
import { registry } from "#app/metrics.server.ts";
import { doorPool, systemPool } from "#app/system-db.server.ts";

/** The connections that this process keeps to PostgreSQL (BullMQ's own come on top: docs/operations.md). */
const pools = { door: doorPool, system: systemPool, tenant: tenantPool };

registry.registerMetric(
  new Gauge({
    name: "attune_pool_connections",
    help: "Connections to PostgreSQL: open and in use, open and idle, asked for and not to be had, and how many may be open",
    labelNames: ["pool", "state"],
    registers: [],
    collect() {
      for (const [pool, of] of Object.entries(pools)) {
        this.set({ pool, state: "busy" }, of.totalCount - of.idleCount);
        this.set({ pool, state: "idle" }, of.idleCount);
        this.set({ pool, state: "wanted" }, of.waitingCount);
        this.set({ pool, state: "most" }, of.options.max);
      }
    },
  }),
);
