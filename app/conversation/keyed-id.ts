import { createHash, randomUUID } from "node:crypto";

/** A UUID (version 8) that is the same for the same parts, and for no others. */
export function keyedId(parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

type Asked = {
  shopId: string;
  by: string;
  /** Made up by who asks: asked for again with the same one, it is the same change. */
  key: string | undefined;
  /** What is done, to what and for whom: anything else is another change, whatever its key. */
  deed: readonly string[];
};

/** The id of a change: by it the change is known again, and undone. */
export const changeIdOf = ({ shopId, by, key, deed }: Asked): string =>
  key === undefined ? randomUUID() : keyedId([shopId, by, key, ...deed]);
