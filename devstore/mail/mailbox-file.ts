import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { MailboxMessage } from "../context.ts";

const messageSchema = z.object({
  id: z.string(),
  at: z.string(),
  envelope: z.object({ from: z.string(), to: z.array(z.string()) }),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  inReplyTo: z.string(),
  references: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
});
const fileSchema = z.object({ received: z.array(messageSchema), sent: z.array(messageSchema) });

/** Oldest first in both lists. */
export type MailboxContents = { received: MailboxMessage[]; sent: MailboxMessage[] };

export type MailboxFile = {
  contents: MailboxContents;
  /** Resolves once everything in `contents` at the time of the call is in the file. */
  save: () => Promise<void>;
};

/** Opens `mailbox.json`, or an empty mailbox that is kept nowhere when no path is given. */
export function openMailboxFile(path: string | undefined): MailboxFile {
  const contents: MailboxContents =
    path && existsSync(path)
      ? fileSchema.parse(JSON.parse(readFileSync(path, "utf8")))
      : { received: [], sent: [] };
  if (!path) return { contents, save: () => Promise.resolve() };

  // One write at a time; all who ask while one is under way share the next, so a burst costs two writes, not one each.
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  function save(): Promise<void> {
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        current = write(path as string, contents);
        return current;
      });
    return next;
  }
  return { contents, save };
}

async function write(path: string, contents: MailboxContents): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, JSON.stringify(contents), { mode: 0o600 });
  await rename(temporary, path);
}
