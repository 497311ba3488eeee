import type { Redis } from "ioredis";
import { logger } from "#app/lib/logger.server.ts";
import { redisMayEvict } from "#app/metrics.server.ts";

/**
 * Says loudly when Redis may throw the queue's keys away under memory pressure. Nothing is lost then (the sweep sends the jobs
 * again) and nothing works well. INFO is answered by hosted servers too, which refuse CONFIG.
 */
export async function checkRedis(redis: Redis): Promise<void> {
  try {
    const policy = /^maxmemory_policy:(.*)$/m.exec(await redis.info("memory"))?.[1]?.trim();
    redisMayEvict.set(policy === undefined || policy === "noeviction" ? 0 : 1);
    if (policy !== undefined && policy !== "noeviction")
      logger.error(
        { policy },
        "Redis must run with maxmemory-policy noeviction: it may drop the queue's keys",
      );
  } catch (err) {
    logger.warn({ err }, "Redis was not asked for its maxmemory-policy");
  }
}
