import { useState } from "react";
import type { KeptFile } from "#app/care/review/files/keep-file.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { useFiles } from "./use-files.ts";

/** What a person adds to a mail: copies and files. `form`: as the fields of a form. */
export function useAdditions(
  conversationId: string | null,
  { files: known }: { files: readonly KeptFile[] },
) {
  const [copies, setCopies] = useState<Mailbox[]>([]);
  const files = useFiles(conversationId, known);
  return {
    copies,
    setCopies,
    files,
    form: {
      copies: JSON.stringify(copies),
      files: JSON.stringify(files.kept.map(({ id }) => id)),
    },
  };
}
export type AdditionsHeld = ReturnType<typeof useAdditions>;
