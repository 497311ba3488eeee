import { makeSlots, shareOf } from "#app/care/draft/model/slots.ts";
import { env } from "#app/env.server.ts";

/** This process's places for all that its drafting model is asked: drafts and translations. */
export const draftingSlots = makeSlots(shareOf(env.WORKER_CONCURRENCY));
