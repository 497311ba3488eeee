import { useState } from "react";
import type { FileKept, KeptFile } from "#app/care/review/files/keep-file.server.ts";
import { ask } from "./post-json.ts";

/** A file that is not kept yet: it is on its way, or why it did not arrive. */
export type PendingFile = {
  /** Its id once it is kept. */
  id: string;
  file: File;
  state: "uploading" | "lost" | "refused";
  /** Of a refused one. */
  why?: string;
};

export type Files = {
  kept: KeptFile[];
  pending: PendingFile[];
  add: (files: readonly File[]) => void;
  again: (id: string) => void;
  drop: (id: string) => void;
  remove: (id: string) => void;
};

/** The files of what is being written. `known`: what the server keeps; what was added since is shown with it until it says the same. */
export function useFiles(conversationId: string | null, known: readonly KeptFile[]): Files {
  const [pending, setPending] = useState<PendingFile[]>([]);
  const [added, setAdded] = useState<KeptFile[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  // One whose answer was lost may have arrived all the same.
  if (pending.some(({ id }) => known.some((one) => one.id === id)))
    setPending(pending.filter(({ id }) => !known.some((one) => one.id === id)));
  const change = (id: string, to: Partial<PendingFile>) =>
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const drop = (id: string) => setPending((all) => all.filter((one) => one.id !== id));
  const upload = async ({ id, file }: Pick<PendingFile, "id" | "file">) => {
    const address = `/inbox/${conversationId}/files?id=${id}&name=${encodeURIComponent(file.name)}`;
    const type = { "Content-Type": "application/octet-stream" };
    const said = await ask<FileKept>(address, { method: "POST", headers: type, body: file });
    if (said.outcome === "unreachable") return change(id, { state: "lost" });
    if (said.outcome !== "kept")
      return change(id, { state: "refused", why: said.outcome === "refused" ? said.why : "not_found" });
    setAdded((all) => [...all, said.file]);
    drop(id);
  };
  const begin = (one: PendingFile) => {
    setPending((all) => [...all.filter(({ id }) => id !== one.id), { ...one, state: "uploading" }]);
    void upload(one);
  };
  const kept = [...known, ...added.filter(({ id }) => !known.some((one) => one.id === id))];
  return {
    kept: kept.filter(({ id }) => !removed.has(id)),
    pending,
    drop,
    add: (files) => {
      for (const file of files) begin({ id: crypto.randomUUID(), file, state: "uploading" });
    },
    again: (id) => {
      const one = pending.find((each) => each.id === id);
      if (one) begin(one);
    },
    remove: (id) => {
      setRemoved((all) => new Set([...all, id]));
      void ask(`/inbox/${conversationId}/files?file=${encodeURIComponent(id)}`, { method: "DELETE" }).then(
        (said) => {
          // What was not reached is there still.
          if ((said as { outcome: string }).outcome === "unreachable")
            setRemoved((all) => new Set([...all].filter((one) => one !== id)));
        },
      );
    },
  };
}
