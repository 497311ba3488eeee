/** PostgreSQL's own form of an array, which it takes over in a third of the time that JSON or text costs. */
export type Element = "text" | "bytea" | "jsonb" | "timestamptz" | "int" | "boolean";

const OIDS: Record<Element, number> = {
  text: 25,
  bytea: 17,
  jsonb: 3802,
  timestamptz: 1184,
  int: 23,
  boolean: 16,
};
const HEAD = 20;
/** One dimension, with nulls, counted from one. */
const [DIMENSIONS, MAY_HAVE_NULLS, FIRST] = [1, 1, 1];
const NULL = -1;
/** Microseconds since 2000 are counted, in two halves. */
const EPOCH = Date.UTC(2000, 0);
const HALF = 2 ** 32;
const AT_FIRST = 4_096;

export type BinaryArray = {
  /** Times are ISO 8601, jsonb is any value, undefined is NULL. */
  add: (value: unknown) => void;
  /** A binary parameter (array_recv). Nothing can be added after it. */
  finish: () => Buffer;
};

/** A one-dimensional array that grows with what is added, so that nothing has to be kept until it is written. */
export function binaryArray(type: Element): BinaryArray {
  let bytes = Buffer.allocUnsafe(AT_FIRST);
  let at = HEAD;
  let count = 0;
  const makeRoom = (size: number) => {
    if (at + size <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + size));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  return {
    add(value) {
      count += 1;
      const given = type === "jsonb" ? jsonText(value) : value;
      makeRoom(mostBytes(given));
      const size = isNothing(given) ? NULL : put(type, bytes, { at: at + 4, value: given });
      bytes.writeInt32BE(size, at);
      at += 4 + Math.max(size, 0);
    },
    finish() {
      const head = [DIMENSIONS, MAY_HAVE_NULLS, OIDS[type], count, FIRST];
      head.forEach((word, nth) => bytes.writeInt32BE(word, nth * 4));
      return bytes.subarray(0, at);
    },
  };
}

const isNothing = (value: unknown) => value === null || value === undefined;
/** The form begins with its version, 1. */
const jsonText = (value: unknown) => (isNothing(value) ? null : `\u0001${JSON.stringify(value)}`);

/** With the four bytes of its length; a UTF-16 unit takes three bytes at most, and a number as text 25. */
function mostBytes(value: unknown): number {
  if (typeof value === "string") return 12 + value.length * 3;
  return value instanceof Uint8Array ? 4 + value.length : 32;
}

/** Returns how many bytes it took. */
function put(type: Element, bytes: Buffer, { at, value }: { at: number; value: unknown }): number {
  switch (type) {
    case "text":
    case "jsonb":
      return bytes.write(String(value), at);
    case "bytea":
      bytes.set(value as Uint8Array, at);
      return (value as Uint8Array).length;
    case "timestamptz": {
      const micros = (Date.parse(String(value)) - EPOCH) * 1_000;
      const high = Math.floor(micros / HALF);
      bytes.writeInt32BE(high, at);
      bytes.writeUInt32BE(micros - high * HALF, at + 4);
      return 8;
    }
    case "int":
      bytes.writeInt32BE(Number(value), at);
      return 4;
    case "boolean":
      bytes[at] = value === true ? 1 : 0;
      return 1;
  }
}
