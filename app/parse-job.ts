import { pipeline, type EventName } from "#app/pipeline.ts";
import type { ParseJob } from "#app/queue/run-jobs.server.ts";

/** Checks a job's payload against its event in the map. The reason names fields, never values. */
export const parseJob: ParseJob = ({ event, data }) => {
  if (!isEvent(event)) return { outcome: "unknown", reason: "no event has this name" };
  const parsed = pipeline[event].data.safeParse(data);
  if (parsed.success) return { outcome: "parsed", data: parsed.data };
  const fields = parsed.error.issues.map(({ path, code }) => `${path.join(".") || "data"}: ${code}`);
  return { outcome: "refused", reason: `the payload does not fit its event: ${fields.join("; ")}` };
};

const isEvent = (name: string): name is EventName => Object.hasOwn(pipeline, name);
