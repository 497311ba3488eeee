import { useState } from "react";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { Sorting } from "#app/desk/inbox/conversation-query.ts";
import { begin, bringBack, follow, without, type ListState } from "./list-state.ts";

type Given = {
  /** What is listed: another one is shown as it is. */
  address: string;
  items: ListedConversation[];
  complete: boolean;
  sort: Sorting;
};

export type List = ListState & {
  /** The reader put these away, or may have: they go, and come, at once. */
  act: (ids: readonly string[], away: boolean) => void;
  /** They could not be put away, or it is not known whether they were. */
  bringBack: (ids: readonly string[]) => void;
  /** Shows what waits above. */
  showNews: () => void;
};

type Known = {
  address: string;
  items: ListedConversation[];
  state: ListState;
  /** What the reader changed since they came, or looked at the news. */
  acted: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

/** The rows of a list that a person works in while it changes. */
export function useList({ address, items, complete, sort }: Given): List {
  const [known, setKnown] = useState<Known>({ address, items, state: begin({ items }), acted: NONE });
  let { state } = known;
  if (known.address !== address) {
    state = begin({ items });
    setKnown({ address, items, state, acted: NONE });
  } else if (known.items !== items) {
    state = follow(known.state, { items, complete, sort }, known.acted);
    setKnown({ ...known, items, state });
  }
  return {
    ...state,
    act: (ids, away) =>
      setKnown((before) => ({
        ...before,
        acted: new Set([...before.acted, ...ids]),
        state: away ? without(before.state, new Set(ids)) : before.state,
      })),
    bringBack: (ids) =>
      setKnown((before) => ({
        ...before,
        state: bringBack(before.state, { items: before.items, complete, sort }, new Set(ids)),
      })),
    showNews: () => setKnown((before) => ({ ...before, acted: NONE, state: begin({ items: before.items }) })),
  };
}
