import { useEffect, useState, type RefObject } from "react";

type File = { id: string; type: string };
type Content = { state: "none" | "reading" | "failed"; address: null } | { state: "read"; address: string };
type Done = { of: string; address: string | null };

/**
 * A file's content as an address of this page, from when it is `wanted`. Fetched, and not linked: App Bridge proves who asks on a fetch;
 * and the app's own address serves every file as bytes to save.
 */
export function useFile({ id, type }: File, wanted: boolean): Content {
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    const superseded = new AbortController();
    let made: string | null = null;
    void readFile({ id, type }, superseded.signal).then((address) => {
      made = address;
      if (!superseded.signal.aborted) setDone({ of: id, address });
      else if (address) URL.revokeObjectURL(address);
    });
    return () => {
      superseded.abort();
      if (made) URL.revokeObjectURL(made);
      setDone(null);
    };
  }, [id, type, wanted]);
  if (done?.of !== id) return { state: wanted ? "reading" : "none", address: null };
  return done.address ? { state: "read", address: done.address } : { state: "failed", address: null };
}

/** Null where it could not be read. Who asks lets go of the address again. */
export async function readFile({ id, type }: File, signal?: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(`/attachments/${id}`, signal ? { signal } : {});
    if (!answer.ok) return null;
    return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type }));
  } catch {
    return null;
  }
}

/** Whether an element has come into view, or nearly. */
export function useSeen(ref: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (seen || !element) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref, seen]);
  return seen;
}
