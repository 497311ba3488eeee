import type { z } from "zod";
import { plainWords } from "#app/lib/plain-words.ts";

/** Larger than any reply a person writes. */
const LARGEST_BODY = 256 * 1024;
/** Up to here what is too large is read and dropped: a sender who is cut off while sending never sees the answer. */
const LARGEST_DROPPED = 64 * 1024 * 1024;

/** What the caller sent cannot be used; `field` names it. Answered 400 (413 when too large). */
export class BadInput extends Error {
  override name = "BadInput";
  readonly field: string | undefined;
  readonly status: number;
  readonly code: "bad_input" | "too_large";
  constructor(
    message: string,
    { field, status = 400 }: { field?: string | undefined; status?: number } = {},
  ) {
    super(message);
    this.field = field;
    this.status = status;
    this.code = status === 413 ? "too_large" : "bad_input";
  }
}

/** Parses, or throws BadInput with the first field that is wrong; `whole` names the input when no single field is. */
export function parse<T extends z.ZodType>(schema: T, value: unknown, whole?: "body" | "query"): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), unknown].filter((part) => part !== undefined).join(".");
  throw new BadInput(issue ? plainWords(issue) : "The input is not valid.", { field: field || whole });
}

/** The JSON body; an absent one is `{}`. Keeps no more than it may. */
export async function readJson<T extends z.ZodType>(request: Request, schema: T): Promise<z.infer<T>> {
  const text = await readText(request);
  return parse(schema, text.trim() ? jsonOf(text) : {}, "body");
}

/** The query's parameters by name. A parameter given twice is refused: two readers could take two different ones. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const query = new URL(request.url).searchParams;
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined)
    throw new BadInput("A parameter was given more than once.", { field: repeated });
  return parse(schema, Object.fromEntries(query), "query");
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > LARGEST_DROPPED) await reader.cancel();
    else if (size <= LARGEST_BODY) chunks.push(read.value);
    else chunks.length = 0;
  }
  if (size > LARGEST_BODY) throw new BadInput("The body is too large.", { field: "body", status: 413 });
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput("The body is not JSON.", { field: "body" });
  }
}
