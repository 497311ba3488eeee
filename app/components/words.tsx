import { createContext, Fragment, useContext, type ReactNode } from "react";
import { catalogueOf, sayFor } from "#app/words/catalogues.ts";
import { fill } from "#app/words/fill.ts";
import { localeOf } from "#app/words/locale.ts";
import type { Say, WordKey } from "#app/words/say.ts";

const Tag = createContext("en");

/** Everything below is in the language of `tag` (BCP 47). */
export function WordsProvider({ tag, children }: { tag: string; children: ReactNode }) {
  return <Tag.Provider value={tag}>{children}</Tag.Provider>;
}

/** The words of the language that the page is in. */
export const useWords = (): Say => sayFor(useContext(Tag));

export const usePolarisWords = () => catalogueOf(localeOf(useContext(Tag))).polaris;

type Rich = Record<string, ReactNode | ((inner: ReactNode) => ReactNode)>;

/** Words with elements among them: `{order}` is a value, `<link>…</link>` what a function puts around the inner words. */
export function Words({ of: key, values }: { of: WordKey; values: Rich }) {
  const { message, tag } = useWords().message(key);
  const plain: Record<string, ReactNode> = {};
  const around: Record<string, (inner: ReactNode[]) => ReactNode> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === "function") around[name] = (inner) => value(keyed(inner));
    else plain[name] = value;
  return <>{keyed(fill<ReactNode>(message, { tag, values: plain, around }))}</>;
}

const keyed = (parts: ReactNode[]): ReactNode =>
  parts.map((part, at) => <Fragment key={at}>{part}</Fragment>);

type Known = { matches: readonly { id: string; data: unknown }[] };

/** The title of a screen, in the page's language. */
export const titled =
  <D,>(title: (say: Say, data: D | undefined) => string) =>
  ({ matches, data }: Known & { data: D | undefined }) => [{ title: title(sayFor(tagIn(matches)), data) }];

function tagIn(matches: Known["matches"]): string {
  const root = matches.find(({ id }) => id === "root")?.data;
  return typeof root === "object" && root !== null && "tag" in root && typeof root.tag === "string"
    ? root.tag
    : "en";
}
