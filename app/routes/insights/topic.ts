import { csvCells, csvHeadings, type Cell } from "./cells.ts";
import { csvOf } from "./csv.ts";
import type { Say } from "#app/words/say.ts";

/** A value and between what it lies, on the scale of its chart; without one, what is said instead. */
export type Bar = { value: number | null; low?: number | null; high?: number | null; instead?: string };
/** `inFile`: what the row is called in a file, where the label is too short for one. */
export type TopicRow = { key: string; label: string; inFile?: string; cells: Cell[]; bars: Bar[] };
export type Column = { heading: string; kind: Cell["kind"] };

/** One question and its answer: a chart, and a table that says the same and more. */
export type Topic = {
  id: string;
  title: string;
  /** What is counted, in a sentence or two. */
  says: string;
  /** Whatever else is to be known of it. */
  note?: string | undefined;
  link?: { to: string; label: string } | undefined;
  /** What a row is, before the columns of its cells. */
  of: string;
  columns: Column[];
  rows: TopicRow[];
  chart: "bars" | "days";
  /** What the bars of a row are, in their order. */
  series: string[];
  /** It takes the whole width, as a table does. */
  wide?: boolean;
  /** What a full bar is; without it the largest of them. */
  whole?: number;
  /** A bar's value as it is read beside it. */
  barText: (value: number) => string;
};

export const isEmpty = ({ rows }: Topic) =>
  rows.every(({ bars }) => bars.every(({ value }) => value === null));

/** Everything of a topic as a file. */
export function topicCsv(say: Say, { of, columns, rows }: Topic): string {
  return csvOf([
    [of, ...columns.flatMap(({ heading, kind }) => csvHeadings(say, heading, kind))],
    ...rows.map(({ label, inFile = label, cells }) => [inFile, ...cells.flatMap(csvCells)]),
  ]);
}
