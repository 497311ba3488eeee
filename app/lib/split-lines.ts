/** The lines of UTF-8 that are not blank. */
export const splitLines = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("utf8")
    .split("\n")
    .filter((text) => text.trim() !== "");
