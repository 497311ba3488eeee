/** What a browser draws and that holds no script: it can be looked at here. Everything else is only saved. */
const PICTURES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** A picture of more is looked at when it is asked for, so that a thread does not load them all. */
const SMALL_BYTES = 3 * 1024 * 1024;

export type FileKind = "picture" | "pdf" | "other";

export function fileKind({ mimeType, name }: { mimeType: string; name: string }): FileKind {
  if (PICTURES.has(mimeType)) return "picture";
  // Phones send PDFs as plain bytes. What is no PDF is none in the reader that opens it, whatever it is called.
  const isNamedPdf = mimeType === "application/octet-stream" && /\.pdf$/iu.test(name);
  return mimeType === "application/pdf" || isNamedPdf ? "pdf" : "other";
}

/** The kind that a file is opened as: never one in which something could run with the app's rights. */
export const openedAs = (file: { mimeType: string; name: string }): string =>
  fileKind(file) === "pdf" ? "application/pdf" : file.mimeType;

export const showsAtOnce = (file: { mimeType: string; name: string; size: number }): boolean =>
  fileKind(file) === "picture" && file.size <= SMALL_BYTES;
