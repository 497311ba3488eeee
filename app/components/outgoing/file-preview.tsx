import { useEffect, useState } from "react";
import { useWords } from "#app/components/words.tsx";

type Shown = { id: string; name: string; mimeType: string };

/** Pictures that a browser draws and that hold no script. */
const PICTURES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** A small picture of a file; nothing of one that is no picture. Fetched, and not linked: App Bridge proves who asks on a fetch. */
export function FilePreview({ file: { id, name, mimeType } }: { file: Shown }) {
  const say = useWords();
  const [address, setAddress] = useState<string | null>(null);
  const isPicture = PICTURES.has(mimeType);
  useEffect(() => {
    if (!isPicture) return undefined;
    const superseded = new AbortController();
    let made: string | null = null;
    void read(`/attachments/${id}`, { type: mimeType, signal: superseded.signal }).then((content) => {
      if (!content || superseded.signal.aborted) return;
      made = URL.createObjectURL(content);
      setAddress(made);
    });
    return () => {
      superseded.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, isPicture, mimeType]);
  if (!address) return null;
  return <img className="attune-file-preview" src={address} alt={say("outgoing.files.preview", { name })} />;
}

/** The bytes as the kind that the server read in them; the address itself serves them as no kind at all. */
async function read(
  address: string,
  { type, signal }: { type: string; signal: AbortSignal },
): Promise<Blob | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? new Blob([await answer.arrayBuffer()], { type }) : null;
  } catch {
    return null;
  }
}
