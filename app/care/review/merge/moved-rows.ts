import { z } from "zod";

/**
 * Every column that names the conversation a row belongs to, and the column that names the row. What is added to the schema is added
 * here, or to `NOT_MOVED` (tests/integration/merge.test.ts compares both with the database).
 */
export const MOVED = [
  { table: "messages", column: "conversation_id", key: "id" },
  { table: "readings", column: "conversation_id", key: "id" },
  { table: "model_readings", column: "conversation_id", key: "message_id" },
  { table: "reading_corrections", column: "conversation_id", key: "id" },
  { table: "drafts", column: "conversation_id", key: "id" },
  { table: "draft_answers", column: "conversation_id", key: "id" },
  { table: "draft_edits", column: "conversation_id", key: "id" },
  { table: "translations", column: "conversation_id", key: "id" },
  { table: "deliveries", column: "conversation_id", key: "id" },
  { table: "proof_codes", column: "conversation_id", key: "id" },
  { table: "promises", column: "conversation_id", key: "id" },
  { table: "sent_claims", column: "conversation_id", key: "id" },
  { table: "staff_facts", column: "conversation_id", key: "id" },
  { table: "notes", column: "conversation_id", key: "id" },
  { table: "conversation_events", column: "conversation_id", key: "id" },
  { table: "outreaches", column: "conversation_id", key: "id" },
  { table: "order_issues", column: "conversation_id", key: "id" },
  { table: "conversations", column: "parent_id", key: "id" },
  { table: "conversation_joins", column: "into_id", key: "from_id" },
  { table: "attachments", column: "place_id", key: "id" },
  { table: "alerts", column: "conversation_id", key: "id" },
  { table: "alert_sends", column: "conversation_id", key: "id" },
] as const;
export type MovedTable = (typeof MOVED)[number]["table"];

/**
 * What ends with a conversation: who looks at it; its clocks, which the database looks at anew; how urgent it is, which is judged anew; the
 * one question how it went, which the whole is asked again once it is closed. What is written down of merging names the conversations as
 * they were then.
 */
export const NOT_MOVED: readonly string[] = [
  "presences.conversation_id",
  "service_levels.conversation_id",
  "csat_requests.conversation_id",
  "conversation_priorities.id",
  "conversation_joins.from_id",
  "conversation_merges.from_id",
  "conversation_merges.into_id",
];

/** Ids by table, as kept in conversation_merges.moved. */
export const movedRowsSchema = z.record(z.string(), z.array(z.string()));
export type MovedRows = z.infer<typeof movedRowsSchema>;
