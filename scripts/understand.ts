import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadModels } from "#app/care/understand/models.server.ts";
import { readMessage } from "#app/care/understand/read-message.ts";
import { plainWords } from "#app/lib/plain-words.ts";
import { orderSchema } from "#app/mirror/order.ts";
import { readLines } from "./read-lines.ts";

/**
 * `npm run --silent understand -- --in FILE`: reads JSON lines `{ id, text, language?, order? }` and prints one reading a line,
 * in order, by the embedded recogniser alone. Bad lines go to stderr with their number and field. Exit 0 if any line was read.
 */
const lineSchema = z.object(
  {
    id: z
      .union([z.string(), z.number()], { error: "Must be text that is not empty, or a number." })
      .refine((id) => id !== "", "Must be text that is not empty, or a number."),
    text: z.string(),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/, "Must be a BCP 47 tag such as de or pt-BR.")
      .nullish(),
    order: recordedOrderSchema().nullish(),
  },
  { error: "Must be an object." },
);

/** An order as documented, and what the record reading takes besides where it is given in the app's own shape. */
function recordedOrderSchema() {
  const text = z.string().nullish().catch(undefined);
  return orderSchema.extend({
    note: text,
    locale: text,
    tags: z.array(z.string()).optional().catch(undefined),
    attributes: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .optional()
      .catch(undefined),
    returns: z
      .array(z.object({ id: z.string(), status: z.string(), reason: z.string().nullish() }))
      .optional()
      .catch(undefined),
  });
}

const file = fileGiven();
if (!file) {
  console.error(
    "usage: npm run --silent understand -- --in FILE (JSON lines with id, text, language?, order?)",
  );
  process.exit(2);
}

const models = loadModels();
let lines = 0;
let read = 0;
const input = file === "-" ? process.stdin : createReadStream(file);
input.on("error", (error: Error) => {
  console.error(`cannot read ${file}: ${error.message}`);
  process.exit(2);
});
for await (const line of readLines(input)) {
  if ("text" in line && line.text.trim() === "") continue;
  lines++;
  const printed = "text" in line ? understand(line.text) : line;
  if ("problem" in printed) {
    console.error(`line ${line.number}: ${printed.problem}`);
    continue;
  }
  read++;
  if (!process.stdout.write(`${printed.json}\n`))
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
}
if (lines === 0) console.error(`${file === "-" ? "the input" : file} has no lines`);
process.exitCode = read > 0 ? 0 : 1;

/** None for arguments that are not ours either: the usage says more than Node's own words. */
function fileGiven(): string | undefined {
  try {
    return parseArgs({ options: { in: { type: "string" } } }).values.in;
  } catch {
    return undefined;
  }
}

type Problem = { problem: string };

function understand(line: string): { json: string } | Problem {
  const parsed = parse(line);
  if ("problem" in parsed) return parsed;
  try {
    return { json: print(parsed.value) };
  } catch (error) {
    // No line may end the run; the message is left out because it may quote the text.
    return { problem: `could not be read (${error instanceof Error ? error.name : "unknown error"})` };
  }
}

function print({ id, text, language, order }: z.infer<typeof lineSchema>): string {
  const reading = readMessage(models, {
    text,
    language: language ?? undefined,
    orders: order ? [order] : [],
    now: new Date(),
  });
  const { cause, identity, intentConfidence, intents, orderIds, ...printed } = reading;
  return JSON.stringify({ id, ...printed, intentConfidence, intents, orderIds, cause, identity });
}

function parse(line: string): { value: z.infer<typeof lineSchema> } | Problem {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    // What follows the comma quotes the line.
    const [what = ""] = error instanceof Error ? error.message.split(/, ["\u2026.]| in JSON/) : [];
    return { problem: `not JSON: ${what}` };
  }
  const result = lineSchema.safeParse(json);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".") || "line"}: ${issue ? plainWords(issue) : "Is not valid."}` };
}
