/** One line of the table that `npm run eval` prints. */
export type Row = { name: string; value: string; n: number; interval?: [number, number] };
