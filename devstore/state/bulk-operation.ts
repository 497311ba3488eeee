/** A bulk query, and the file of its answer. Times are ISO 8601 UTC. */
export type BulkOperation = {
  id: string;
  type: "QUERY";
  status: "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED" | "EXPIRED";
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  query: string;
  groupObjects: boolean;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  /** File name under the data folder (or in memory without one). */
  file: string | null;
  createdAt: string;
  completedAt: string | null;
};
