import { useState } from "react";
import type { KeptFile } from "#app/care/review/files/keep-file.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { useFiles } from "./use-files.ts";
import { useTypedCopy } from "./use-typed-copy.ts";

/** What a person adds to a mail: copies and files. `form`: as the fields of a form; null while what is typed is no address. */
export function useAdditions(
  conversationId: string | null,
  { files: known }: { files: readonly KeptFile[] },
) {
  const [copies, setCopies] = useState<Mailbox[]>([]);
  const files = useFiles(conversationId, known);
  const typed = useTypedCopy(copies, setCopies);
  return {
    copies,
    setCopies,
    files,
    typed,
    form: () => {
      const all = typed.take();
      if (all === null) return null;
      return { copies: JSON.stringify(all), files: JSON.stringify(files.kept.map(({ id }) => id)) };
    },
  };
}
export type AdditionsHeld = ReturnType<typeof useAdditions>;
