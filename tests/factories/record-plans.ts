import pg from "pg";

/** One statement as PostgreSQL ran it. */
export type Ran = {
  text: string;
  /** Planning, execution and the text of its answer, in the database. */
  ms: number;
  /** Pages of 8 kB looked at, those of functions it calls included. */
  pages: number;
  /** Tables that its own plan reads from end to end. */
  scanned: string[];
};

export type Recorded = {
  statements: Ran[];
  /** Tables that any statement of the transaction read from end to end, within functions too, as PostgreSQL counts. */
  scanned: string[];
};

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Node[];
};
type Explained = {
  Plan: Node;
  "Planning Time": number;
  "Execution Time": number;
  Serialization?: { Time: number };
};
type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => Promise<pg.QueryResult>;

const READS = /^\s*(?:SELECT|WITH)\b(?!\s+(?:set_config|pg_advisory|pg_try))/iu;
const EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON)";
/** Of tables above 400 kB: a smaller one is read whole sooner than an index is. */
const SCANS = `SELECT stat.relname, stat.seq_scan FROM pg_stat_xact_user_tables stat JOIN pg_class ON pg_class.oid = stat.relid
  WHERE stat.seq_scan > 0 AND relpages > 50`;

/**
 * Runs `work` while every reading statement of this process, whoever sends it, is explained with its own values on its own
 * connection first, and returns what PostgreSQL said. One `work` at a time.
 */
export async function recordPlans(work: () => Promise<unknown>): Promise<Recorded> {
  const recorded: Recorded = { statements: [], scanned: [] };
  // Of each connection: what runs side by side runs on several.
  const before = new Map<pg.Client, Map<string, number>>();
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its client below
  const query = pg.Client.prototype.query as unknown as Query;
  pg.Client.prototype.query = async function explained(this: pg.Client, config: unknown, ...rest: unknown[]) {
    const { text, values } = typed(config, rest[0]);
    if (READS.test(text)) {
      const { rows } = await query.call(this, { text: `${EXPLAIN} ${text}`, values });
      recorded.statements.push(ranOf(text, rows[0]["QUERY PLAN"][0]));
    }
    if (text === "COMMIT") {
      const after = await scansOf(query, this);
      recorded.scanned.push(
        ...[...after.keys()].filter((name) => after.get(name) !== before.get(this)?.get(name)),
      );
    }
    const result = await query.call(this, config, ...rest);
    // What the connection's earlier transactions counted may not be reported yet.
    if (text === "BEGIN") before.set(this, await scansOf(query, this));
    return result;
  } as unknown as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query as unknown as typeof pg.Client.prototype.query;
  }
  return recorded;
}

async function scansOf(query: Query, client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await query.call(client, { text: SCANS });
  return new Map(rows.map(({ relname, seq_scan: scans }) => [String(relname), Number(scans)]));
}

function typed(config: unknown, second: unknown): { text: string; values: unknown[] } {
  const given = typeof config === "string" ? { text: config, values: second } : (config as object);
  const { text = "", values } = given as { text?: string; values?: unknown };
  return { text, values: Array.isArray(values) ? values : [] };
}

function ranOf(text: string, explained: Explained): Ran {
  const { Plan: plan } = explained;
  return {
    text,
    ms: explained["Planning Time"] + explained["Execution Time"],
    pages: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
    scanned: nodesOf(plan).flatMap((node) =>
      node["Node Type"] === "Seq Scan" ? (node["Relation Name"] ?? []) : [],
    ),
  };
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
