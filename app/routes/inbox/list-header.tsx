import { Button, Checkbox } from "@shopify/polaris";
import { useState } from "react";
import { useOnDemand } from "#app/components/use-on-demand.ts";
import { useWords } from "#app/components/words.tsx";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { ActionsGiven } from "./list-actions.tsx";

type Given = ActionsGiven & {
  count: number;
  /** There is no other page. */
  isWhole: boolean;
  /** How many new ones wait above. */
  news: number;
  onShowNews: () => void;
  onChooseAll: (all: boolean) => void;
};

/** Above the rows: how many there are, and what can be done with those that are selected. It keeps its height, so that no row moves. */
export function ListHeader(given: Given) {
  const { count, isWhole, chosen, news, onShowNews, onChooseAll } = given;
  const say = useWords();
  const actions = useOnDemand(chosen.length, () => import("./list-actions.tsx"));
  const all = chosen.length > 0 && chosen.length === count;
  return (
    <div className="inbox-header">
      <div className="inbox-check">
        <Checkbox
          label={say("inbox.chooseAll")}
          labelHidden
          checked={all}
          onChange={() => onChooseAll(!all)}
        />
      </div>
      <span className="inbox-count">
        {chosen.length > 0
          ? say("inbox.chosen", { count: chosen.length })
          : say(isWhole ? "inbox.count" : "inbox.count.page", { count })}
      </span>
      {chosen.length > 0 && actions ? <actions.ListActions {...given} /> : null}
      {news > 0 ? (
        <div className="inbox-news">
          <Button
            size="slim"
            accessibilityLabel={say("inbox.news.show", { count: news })}
            onClick={onShowNews}
          >
            {say("inbox.news", { count: news })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What is selected, by id, and only as long as it is shown. */
export function useChosen(shown: readonly ListedConversation[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = shown.filter(({ id }) => ids.has(id));
  return {
    chosen,
    isChosen: (id: string) => ids.has(id),
    choose: (some: readonly string[], is: boolean) =>
      setIds((before) => {
        const next = new Set(before);
        for (const id of some) {
          if (is) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    clear: () => setIds(new Set()),
  };
}
