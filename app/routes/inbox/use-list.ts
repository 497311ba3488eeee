import { useRef, useState } from "react";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { Sorting } from "#app/desk/inbox/conversation-query.ts";
import { begin, follow, without, type ListState } from "./list-state.ts";

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
  /** Shows what waits above. */
  showNews: () => void;
};

/** The rows of a list that a person works in while it changes. */
export function useList({ address, items, complete, sort }: Given): List {
  const acted = useRef<{ address: string; ids: Set<string> }>({ address, ids: new Set() });
  const [known, setKnown] = useState({ address, items, state: begin({ items }) });
  let { state } = known;
  if (known.address !== address || known.items !== items) {
    const goesOn = known.address === address && acted.current.address === address;
    state = goesOn ? follow(known.state, { items, complete, sort }, acted.current.ids) : begin({ items });
    if (!goesOn) acted.current = { address, ids: new Set() };
    setKnown({ address, items, state });
  }
  return {
    ...state,
    act(ids, away) {
      for (const id of ids) acted.current.ids.add(id);
      if (away)
        setKnown((before) => ({ ...before, state: without(before.state, new Set(ids)) }));
    },
    showNews() {
      acted.current.ids.clear();
      setKnown((before) => ({ ...before, state: begin({ items: before.items }) }));
    },
  };
}
