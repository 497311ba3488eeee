/** SQL for a time as `Date.toISOString` writes it, so that an answer is the same through Prisma and through `pg`. */
export const isoTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
