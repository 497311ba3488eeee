import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/**
 * What this process says of itself at GET /metrics: outcomes, counts and times. Labels are names from our own code, never a
 * person's or a shop's. What all processes share is read in metrics-database.server.ts; docs/operations.md explains each.
 */
export const registry = new Registry();

/** Includes the event loop's lag and the memory. */
collectDefaultMetrics({ register: registry, prefix: "attune_" });

const QUICK = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];
const PATIENT = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];

export const doorOutcomes = new Counter({
  name: "attune_webhook_door_total",
  help: "Webhooks answered, by outcome",
  labelNames: ["outcome"],
  registers: [registry],
});

export const doorSeconds = new Histogram({
  name: "attune_webhook_door_seconds",
  help: "From the request's head to our answer",
  buckets: QUICK,
  registers: [registry],
});

export const requestSeconds = new Histogram({
  name: "attune_http_request_seconds",
  help: "Every other request, by the door or the kind of page it went to and the class of its answer",
  labelNames: ["kind", "status"],
  buckets: QUICK,
  registers: [registry],
});

export const jobOutcomes = new Counter({
  name: "attune_jobs_total",
  help: "Claims of jobs in this process, by how they ended",
  labelNames: ["name", "outcome"],
  registers: [registry],
});

export const jobWaitSeconds = new Histogram({
  name: "attune_job_wait_seconds",
  help: "From due to claimed",
  labelNames: ["name"],
  buckets: PATIENT,
  registers: [registry],
});

export const jobSeconds = new Histogram({
  name: "attune_job_seconds",
  help: "From claimed to settled",
  labelNames: ["name"],
  buckets: PATIENT,
  registers: [registry],
});

/** Of the job that mirrors a webhook this is the mirror's lag: the webhook and its job are written at the same moment. */
export const jobTotalSeconds = new Histogram({
  name: "attune_job_total_seconds",
  help: "From due to done, of jobs that were done at their first attempt",
  labelNames: ["name"],
  buckets: PATIENT,
  registers: [registry],
});

export const proofCodes = new Counter({
  name: "attune_proof_codes_total",
  help: "Codes that prove a writer, by what became of them: asked (with the reply), matched, wrong",
  labelNames: ["outcome"],
  registers: [registry],
});

export const readingsMade = new Counter({
  name: "attune_readings_total",
  help: "Messages read for the first time in this process, by whether the readings were sure of the emotion",
  labelNames: ["outcome"],
  registers: [registry],
});

export const issuesKept = new Counter({
  name: "attune_issues_total",
  help: "Order issues by kind, as this process opened and resolved them",
  labelNames: ["kind", "outcome"],
  registers: [registry],
});

export const liveScreens = new Gauge({
  name: "attune_live_screens",
  help: "Screens that listen for news at GET /live of this process now",
  registers: [registry],
});

export const liveStreams = new Counter({
  name: "attune_live_streams_total",
  help: "Streams asked for at GET /live, and those that were given up since their reader was too slow",
  labelNames: ["outcome"],
  registers: [registry],
});

export const queueReconnects = new Counter({
  name: "attune_queue_reconnects_total",
  help: "How often this process took its queue for dead and connected anew",
  registers: [registry],
});

export const redisMayEvict = new Gauge({
  name: "attune_redis_may_evict",
  help: "1 when the queue's Redis throws keys away under memory pressure (maxmemory-policy is not noeviction)",
  registers: [registry],
});

export const databaseAnswers = new Gauge({
  name: "attune_database_answers",
  help: "1 when the database could be read for this scrape",
  registers: [registry],
});

export const modelReadings = new Counter({
  name: "attune_model_readings_total",
  help: "Messages a model was or was not asked about, by what came of it",
  labelNames: ["outcome"],
  registers: [registry],
});

export const modelDrafts = new Counter({
  name: "attune_model_drafts_total",
  help: "Drafts a model was asked for in this process, by what came of it",
  labelNames: ["outcome"],
  registers: [registry],
});

export const modelDraftSeconds = new Histogram({
  name: "attune_model_draft_seconds",
  help: "From the question for a draft to the model's answer or its failure",
  labelNames: ["outcome"],
  buckets: PATIENT,
  registers: [registry],
});

export const modelTranslations = new Counter({
  name: "attune_model_translations_total",
  help: "Messages a person asked a model to translate, by what came of it",
  labelNames: ["outcome"],
  registers: [registry],
});

export const modelSeconds = new Histogram({
  name: "attune_model_seconds",
  help: "From the question to the model's answer or its failure",
  labelNames: ["outcome"],
  buckets: PATIENT,
  registers: [registry],
});

export const modelTokens = new Counter({
  name: "attune_model_tokens_total",
  help: "Tokens of questions (in) and answers (out), as the provider counted them",
  labelNames: ["direction"],
  registers: [registry],
});
