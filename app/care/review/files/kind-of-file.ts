/** A kind of file that may be sent: what it is, and the names it may have. */
export type FileKind = { mimeType: string; extensions: readonly string[] };

const PNG: FileKind = { mimeType: "image/png", extensions: ["png"] };
const JPEG: FileKind = { mimeType: "image/jpeg", extensions: ["jpg", "jpeg"] };
const GIF: FileKind = { mimeType: "image/gif", extensions: ["gif"] };
const WEBP: FileKind = { mimeType: "image/webp", extensions: ["webp"] };
const PDF: FileKind = { mimeType: "application/pdf", extensions: ["pdf"] };
const CSV: FileKind = { mimeType: "text/csv", extensions: ["csv"] };
const TEXT: FileKind = { mimeType: "text/plain", extensions: ["txt"] };

/** The signatures of each format's specification, at their place in the file. */
const SIGNATURES: { kind: FileKind; at: number; bytes: readonly number[] }[] = [
  { kind: PNG, at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: JPEG, at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: GIF, at: 0, bytes: [...Buffer.from("GIF8")] },
  { kind: WEBP, at: 8, bytes: [...Buffer.from("WEBP")] },
  { kind: PDF, at: 0, bytes: [...Buffer.from("%PDF-")] },
];

/**
 * What a file is by its own bytes, whatever it is called: a picture, a PDF, or plain text. Null for everything else: programs, archives,
 * office documents with macros in them. A page or a drawing with scripts in it is plain text here, and leaves as such.
 */
export function kindOfFile(bytes: Uint8Array, name: string): FileKind | null {
  const found = SIGNATURES.find(({ at, bytes: signature }) =>
    signature.every((byte, offset) => bytes[at + offset] === byte),
  );
  if (found) return found.kind;
  if (!isPlainText(bytes)) return null;
  return /\.csv$/iu.test(name) ? CSV : TEXT;
}

/** UTF-8 without a control character that no text has. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const LONGEST_NAME = 120;

/** The name it leaves under: without a path or marks that are not seen, and ending as its kind does. */
export function nameOfFile(given: string, { extensions }: FileKind): string {
  const own = given.split(/[\\/]/u).at(-1) ?? "";
  const visible = own
    .replaceAll(/[\p{C}\u202A-\u202E\u2066-\u2069]/gu, "")
    .replaceAll(/["*:<>?|]/gu, "_")
    .trim();
  const at = visible.lastIndexOf(".");
  const [first = ""] = extensions;
  const [stem, extension] = at > 0 ? [visible.slice(0, at), visible.slice(at + 1)] : [visible, ""];
  const fits = extensions.includes(extension.toLowerCase());
  const kept = Array.from((fits ? stem : visible) || "file")
    .slice(0, LONGEST_NAME)
    .join("");
  return `${kept}.${fits ? extension : first}`;
}
