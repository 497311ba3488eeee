import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadModels } from "#app/care/understand/models.server.ts";
import { readMessage } from "#app/care/understand/read-message.ts";
import { orderSchema } from "#app/mirror/order.ts";

/**
 * `npm run --silent understand -- --in FILE`: reads JSON lines `{ id, text, language?, order? }` and prints one reading a line,
 * in order, by the embedded recogniser alone. Bad lines go to stderr with their number and field. Exit 0 if any line was read.
 */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().min(2).nullish(),
  order: orderSchema.nullish(),
});

const { values } = parseArgs({ options: { in: { type: "string" } } });
if (!values.in) {
  console.error(
    "usage: npm run --silent understand -- --in FILE (JSON lines with id, text, language?, order?)",
  );
  process.exit(2);
}

const models = loadModels();
let number = 0;
let read = 0;
const input = values.in === "-" ? process.stdin : createReadStream(values.in, "utf8");
input.on("error", (error: Error) => {
  console.error(`cannot read ${values.in ?? ""}: ${error.message}`);
  process.exit(2);
});
for await (const line of createInterface({ input, crlfDelay: Infinity })) {
  number++;
  if (line.trim() === "") continue;
  const printed = understand(line.replace(/^\uFEFF/, ""), number);
  if (printed === undefined) continue;
  read++;
  if (!process.stdout.write(`${printed}\n`))
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
}
process.exitCode = read > 0 ? 0 : 1;

function understand(line: string, at: number): string | undefined {
  const parsed = parse(line);
  if ("problem" in parsed) {
    console.error(`line ${at}: ${parsed.problem}`);
    return undefined;
  }
  const { id, text, language, order } = parsed.value;
  const reading = readMessage(models, {
    text,
    language: language ?? undefined,
    orders: order ? [order] : [],
    now: new Date(),
  });
  const { cause, identity, intentConfidence, intents, orderIds, ...printed } = reading;
  return JSON.stringify({ id, ...printed, intentConfidence, intents, orderIds, cause, identity });
}

function parse(line: string): { value: z.infer<typeof lineSchema> } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const result = lineSchema.safeParse(json);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".") || "line"}: ${issue?.message ?? "invalid"}` };
}
