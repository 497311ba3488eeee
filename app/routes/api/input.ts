import type { z } from "zod";

/** Larger than any reply a person writes. */
const LARGEST_BODY = 256 * 1024;
/** Up to here what is too large is read and dropped: a sender who is cut off while sending never sees the answer. */
const LARGEST_DROPPED = 8 * 1024 * 1024;

/** What the caller sent cannot be used; `field` names it. Answered 400 (413 when too large). */
export class BadInput extends Error {
  override name = "BadInput";
  readonly field: string | undefined;
  readonly status: number;
  constructor(
    message: string,
    { field, status = 400 }: { field?: string | undefined; status?: number } = {},
  ) {
    super(message);
    this.field = field;
    this.status = status;
  }
}

/** Parses, or throws BadInput with the first field that is wrong. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  throw new BadInput(issue?.message ?? "The input is not valid.", {
    field: [...(issue?.path ?? []), unknown].filter((part) => part !== undefined).join(".") || undefined,
  });
}

/** The JSON body; an absent one is `{}`. Keeps no more than it may. */
export async function readJson<T extends z.ZodType>(request: Request, schema: T): Promise<z.infer<T>> {
  const text = await readText(request);
  return parse(schema, text.trim() ? jsonOf(text) : {});
}

/** The query's parameters by name. A parameter given twice is refused: two readers could take two different ones. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const query = new URL(request.url).searchParams;
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined)
    throw new BadInput("A parameter was given more than once.", { field: repeated });
  return parse(schema, Object.fromEntries(query));
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
