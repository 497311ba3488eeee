// npm run dead-letters -- list | show | replay | dismiss: what was acknowledged and could not be done, for an operator. Needs the
// environment of a worker.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import {
  deadKinds,
  parseRef,
  refOf,
  type DeadKind,
  type DeadLetter,
  type DeadLetterRef,
} from "#app/ingest/dead-letters/dead-letter.ts";
import { listDeadLetters } from "#app/ingest/dead-letters/list-dead-letters.server.ts";
import { openDeadLetter } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import {
  dismissOne,
  everyShop,
  OPERATOR,
  replaceBody,
  replayOne,
  type Operated,
} from "#app/ingest/dead-letters/operate-dead-letters.server.ts";
import { closeDatabase } from "#app/system-db.server.ts";

const USAGE = `usage: npm run dead-letters -- list [--kind webhook|message|job] [--shop DOMAIN] [--json]
       npm run dead-letters -- show REF
       npm run dead-letters -- replay REF … | --all [--kind …] [--shop …] [--yes]
       npm run dead-letters -- replay webhook:ID --body FILE      (with a corrected body)
       npm run dead-letters -- dismiss REF …
REF is what list prints first: webhook:ID, message:ID or job:ID.`;
const PAGE = 200;

/** What the operator got wrong: said without a stack. */
class UsageError extends Error {
  override name = "UsageError";
}

const given = process.argv.slice(process.argv.findIndex((one) => one.endsWith("dead-letters.ts")) + 1);

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}

async function run(): Promise<number> {
  const { command, refs, options } = readArguments();
  switch (command) {
    case "list":
      return list(options);
    case "show":
      return show(refs);
    case "replay": {
      if (options.body !== undefined) return replace(refs, options.body);
      return each(options.all ? await confirmed(options) : refs, "handed in again", replayOne);
    }
    case "dismiss":
      return each(refs, "dismissed", dismissOne);
    case undefined:
    default:
      throw new UsageError(command ? `There is no command ${command}.` : "Which command?");
  }
}

type Options = {
  kind?: DeadKind | undefined;
  shop?: string | undefined;
  body?: string | undefined;
  json: boolean;
  all: boolean;
  yes: boolean;
};

function readArguments(): { command: string | undefined; refs: DeadLetterRef[]; options: Options } {
  const { values, positionals } = parsed();
  const kind = deadKinds.find((one) => one === values.kind);
  if (values.kind !== undefined && !kind)
    throw new UsageError(`--kind is ${deadKinds.join(", ")}; not ${values.kind}.`);
  const [command, ...names] = positionals;
  const refs = names.map((name) => {
    const ref = parseRef(name);
    if (!ref) throw new UsageError(`${name} names nothing that could be set aside.`);
    return ref;
  });
  if (command !== "list" && command !== undefined && refs.length === 0 && !values.all)
    throw new UsageError(`${command} needs at least one REF.`);
  if (values.all && (command !== "replay" || refs.length > 0))
    throw new UsageError("--all goes with replay, and without any REF.");
  const { shop, body, json = false, all = false, yes = false } = values;
  return { command, refs, options: { kind, shop: shop?.toLowerCase(), body, json, all, yes } };
}

function parsed() {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        kind: { type: "string" },
        shop: { type: "string" },
        body: { type: "string" },
        json: { type: "boolean" },
        all: { type: "boolean" },
        yes: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "The arguments cannot be read.");
  }
}

async function* dead({ kind, shop }: Options): AsyncGenerator<DeadLetter> {
  let after: Awaited<ReturnType<typeof listDeadLetters>>["next"] = null;
  do {
    const page = await listDeadLetters(everyShop, { kind, shopDomain: shop, after, limit: PAGE });
    yield* page.items;
    after = page.next;
  } while (after);
}

async function list(options: Options): Promise<number> {
  let count = 0;
  for await (const one of dead(options)) {
    count += 1;
    console.log(
      options.json
        ? JSON.stringify({ ref: refOf(one), ...one })
        : `${refOf(one)}  ${one.at.toISOString()}  ${one.shopDomain ?? "-"}  ${one.what}  ${one.reason}`,
    );
  }
  console.error(count === 0 ? "Nothing is set aside." : `${count} set aside.`);
  return 0;
}

async function show(refs: DeadLetterRef[]): Promise<number> {
  let failed = 0;
  for (const ref of refs) {
    const opened = await openDeadLetter(everyShop, ref, OPERATOR);
    if (opened.outcome === "opened") console.log(opened.content);
    else
      console.error(`${refOf(ref)}: ${opened.outcome === "gone" ? "is not set aside" : "cannot be opened"}`);
    if (opened.outcome === "opened" && opened.cut) console.error("(cut: it is longer)");
    if (opened.outcome !== "opened") failed += 1;
  }
  return failed > 0 ? 1 : 0;
}

async function replace(refs: DeadLetterRef[], file: string): Promise<number> {
  const [ref] = refs;
  if (!ref || refs.length > 1 || ref.kind !== "webhook")
    throw new UsageError("--body goes with replay and one webhook:ID.");
  return each([ref], "handed in with the corrected body", ({ id }) => replaceBody(id, readBody(file)));
}

function readBody(file: string): Buffer {
  let body: Buffer;
  try {
    body = readFileSync(file);
  } catch (error) {
    throw new UsageError(`--body: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
  try {
    JSON.parse(body.toString("utf8"));
  } catch {
    throw new UsageError(`--body: ${file} is not JSON.`);
  }
  return body;
}

/** Everything that is set aside now, once the operator has said yes. */
async function confirmed(options: Options): Promise<DeadLetterRef[]> {
  const all: DeadLetterRef[] = [];
  for await (const { kind, id } of dead(options)) all.push({ kind, id });
  if (options.yes || all.length === 0) return all;
  if (!process.stdin.isTTY) throw new UsageError(`--all would hand in ${all.length}: add --yes.`);
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`Hand in ${all.length} again? (yes/no) `);
  asking.close();
  return answer.trim().toLowerCase() === "yes" ? all : [];
}

async function each(
  refs: DeadLetterRef[],
  done: string,
  operate: (ref: DeadLetterRef) => Promise<Operated>,
): Promise<number> {
  let count = 0;
  for (const ref of refs) {
    const operated = await operate(ref);
    if (operated.outcome === "done") count += 1;
    else console.error(`${refOf(ref)}: ${problem(operated)}`);
    if (operated.outcome === "done" && operated.id) console.log(`webhook:${operated.id}`);
  }
  console.error(`${count} of ${refs.length} ${done}.`);
  return count === refs.length ? 0 : 1;
}

const problem = (operated: Exclude<Operated, { outcome: "done" }>): string =>
  operated.outcome === "gone" ? "is not set aside" : `no shop ${operated.domain} has the app`;
