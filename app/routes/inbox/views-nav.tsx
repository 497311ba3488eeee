import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { numberLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { ViewCounts } from "#app/desk/inbox/count-views.server.ts";
import { COUNTED_TO, countedViews, untabbed, viewIds, type ViewId } from "#app/desk/inbox/views.ts";
import type { SavedView } from "#app/shop/saved-view.ts";
import type { Say } from "#app/words/say.ts";

type Given = { view: ViewId; counts: ViewCounts; views: SavedView[] };

/** The inbox's views and those that people saved, as places to go to: what there is to do in each stands beside its name. */
export function ViewsNav({ view, counts, views }: Given) {
  const say = useWords();
  const [params] = useSearchParams();
  const saved = views.find(({ id }) => id === params.get("saved"));
  const own = viewIds.filter((id) => id === view || !untabbed.includes(id));
  const current = useInSight(saved?.id ?? view);
  return (
    <nav className="inbox-nav" aria-label={say("inbox.views")}>
      <ul>
        {own.map((id) => (
          <li key={id}>
            <Link
              to={id === "open" ? "/inbox" : `/inbox?view=${id}`}
              {...(id === view && !saved ? { "aria-current": "page", ref: current } : {})}
            >
              {say(`inbox.view.${id}`)} <Count say={say} count={countOf(counts, id)} />
            </Link>
          </li>
        ))}
        {views.map(({ id, name, query }) => (
          <li key={id}>
            <Link
              to={`/inbox?${query}${query ? "&" : ""}saved=${id}`}
              {...(id === saved?.id ? { "aria-current": "page", ref: current } : {})}
            >
              <BidiText>{name}</BidiText>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a narrow screen the views are more than fit: the one that is open is among those that show. */
function useInSight(key: string) {
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const link = current.current;
    const list = link?.closest("ul");
    if (link && list) list.scrollLeft = link.offsetLeft - (list.clientWidth - link.clientWidth) / 2;
  }, [key]);
  return current;
}

const countOf = (counts: ViewCounts, id: ViewId): number => {
  const counted = countedViews.find((one) => one === id);
  return counted ? counts[counted] : 0;
};

function Count({ say, count }: { say: Say; count: number }) {
  if (count === 0) return null;
  return (
    <span className="inbox-nav-count">
      {count >= COUNTED_TO ? say("inbox.view.many", { count: COUNTED_TO - 1 }) : numberLabel(say, count)}
    </span>
  );
}
