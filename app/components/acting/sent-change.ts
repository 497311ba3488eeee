import type { Change } from "#app/care/triage/change-of.ts";

/** A change as it is sent: times in ISO 8601. */
export type SentChange = Omit<Change, "snoozeUntil"> & { snoozeUntil?: string | null };
