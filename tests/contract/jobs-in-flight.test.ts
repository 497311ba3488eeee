import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseJob } from "#app/parse-job.ts";
import { pipeline, together } from "#app/pipeline.ts";

/**
 * One row of every kind of job that a release has written. A deployment finds such rows waiting, so none is ever taken out of
 * the file and none of its payloads changed: a new kind is added with the release that first writes it.
 */
const inFlight = z
  .array(z.object({ name: z.string(), event: z.string(), data: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(new URL("../fixtures/jobs-in-flight.json", import.meta.url), "utf8")));

const names = new Set<string>(Object.values(pipeline).flatMap(({ jobs }) => [...jobs]));

describe("jobs in flight during a deployment", () => {
  it.each(inFlight)("$event → $name still has a handler and a payload that fits", (job) => {
    // handlers.server.ts has a handler for every name of the map, or it does not compile.
    expect([...names]).toContain(job.name);
    expect(parseJob(job)).toEqual({ outcome: "parsed", data: job.data });
  });

  it("are recorded for every job of the map", () => {
    const recorded = new Set(inFlight.map(({ event, name }) => `${event} → ${name}`));
    const written = Object.entries(pipeline).flatMap(([event, { jobs }]) =>
      jobs.map((name) => `${event} → ${name}`),
    );
    expect(written.filter((one) => !recorded.has(one))).toEqual([]);
  });

  it("travel together only under names of the map", () => {
    expect(Object.keys(together).filter((name) => !names.has(name))).toEqual([]);
  });
});
