/** One line of a file: its number from one, and its text or why it has none. */
export type Line = { number: number; text: string } | { number: number; problem: string };

const NEWLINE = 10;
/** A longer line is no message; it is passed over without being held in memory. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * The lines of UTF-8 bytes, split at line feeds alone: U+2028 may stand inside a JSON string. A byte order mark and a carriage
 * return at the end are not part of a line; one that is too long or not UTF-8 is given as a problem.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  const finish = (): Line => {
    number++;
    const bytes = held;
    const length = size;
    held = [];
    size = 0;
    if (length > LONGEST_LINE) return { number, problem: `longer than ${LONGEST_LINE / 1024 / 1024} MB` };
    try {
      return { number, text: decoder.decode(Buffer.concat(bytes)).replace(/\r$/, "") };
    } catch {
      return { number, problem: "not UTF-8" };
    }
  };
  const hold = (part: Buffer): void => {
    size += part.length;
    if (size > LONGEST_LINE) held = [];
    else held.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    hold(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}
