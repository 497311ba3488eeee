import { useLocation, useNavigate } from "@remix-run/react";
import { Banner, Pagination } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "#app/components/use-keys.ts";
import { useWords } from "#app/components/words.tsx";
import { useWindowPlace } from "#app/components/writer.tsx";
import type { Present } from "#app/desk/live/desk-event.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import type { ViewId } from "#app/desk/inbox/views.ts";
import { ConversationRow, rowId } from "./conversation-row.tsx";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { isFor, TO_READ, TO_ROWS } from "./inbox-address.ts";
import { takeOpened } from "./last-inbox.ts";
import { leaves } from "./list-change.ts";
import type { Menu } from "./list-actions.tsx";
import { ListHeader, useChosen } from "./list-header.tsx";
import { ListSkeleton, useLong } from "./list-skeleton.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Prefetch } from "./prefetch.tsx";
import { useInboxChanges } from "./use-inbox-changes.ts";
import type { List } from "./use-list.ts";

type Given = {
  list: List;
  view: ViewId;
  isNew: boolean;
  expired: boolean;
  me: string;
  zone: string | null;
  choices: Choices | null;
  loading: boolean;
  present: (id: string) => Present[];
  announce: (text: string) => void;
  paging: { older: (() => void) | null; newest: (() => void) | null };
  /** What keys do beside the list. */
  onSearch: () => void;
  onHelp: () => void;
};

/** The rows, with what a person does to them by mouse and by key. */
export function ConversationList(given: Given) {
  const { list, view, isNew, expired, me, zone, choices, loading, present, announce, paging } = given;
  const say = useWords();
  const { chosen, isChosen, choose, clear } = useChosen(list.shown);
  const [menu, setMenu] = useState<Menu>(null);
  const [near, setNear] = useState<string | null>(null);
  const rows = useRef<HTMLUListElement>(null);
  const { change } = useInboxChanges({ list, view, me, announce });
  const isSlow = useLong(loading);
  const order = list.shown.map(({ id }) => id);
  useArrival(order);
  const act = (ids: readonly string[], wanted: SentChange) => {
    // The focus goes to what stands there next, before what it is on goes away.
    if (leaves(view, wanted, me)) focusNext(order, ids);
    else focusRow(ids[0]);
    clear();
    void change(ids, wanted);
  };
  const wanted = () =>
    chosen.length > 0 ? chosen.map(({ id }) => id) : [focusedRow() ?? ""].filter(Boolean);
  useListKeys({
    ...given,
    order,
    onChoose: (id) => choose([id], !isChosen(id)),
    onClose: () => act(wanted(), { status: "closed" }),
    onAssign: () => {
      const ids = wanted();
      if (ids.length === 0) return;
      choose(ids, true);
      setMenu("assign");
    },
  });
  if (expired && paging.newest)
    return (
      <Banner tone="warning" action={{ content: say("inbox.back"), onAction: paging.newest }}>
        {say("inbox.gone")}
      </Banner>
    );
  return (
    <div className="inbox-list" aria-busy={loading || undefined} tabIndex={-1}>
      {list.shown.length > 0 ? (
        <ListHeader
          count={list.shown.length}
          isWhole={!paging.older && !paging.newest}
          {...{ chosen, choices, me, zone, menu, setMenu }}
          onChooseAll={(all) => choose(order, all)}
          news={list.news.length}
          onShowNews={() => showNews(list)}
          onChange={(sent) =>
            act(
              chosen.map(({ id }) => id),
              sent,
            )
          }
        />
      ) : null}
      {isSlow ? <ListSkeleton /> : null}
      {!isSlow && list.shown.length === 0 ? <NothingHere view={view} isNew={isNew} /> : null}
      <ul className="inbox-rows" aria-label={say("inbox.list")} ref={rows} hidden={isSlow}>
        {list.shown.map((item) => (
          <ConversationRow
            key={item.id}
            item={item}
            isChosen={isChosen(item.id)}
            hasLeft={list.left.has(item.id)}
            showStatus={item.status !== "open" && item.status !== view}
            present={present(item.id)}
            zone={zone}
            onChoose={(is) => choose([item.id], is)}
            onNear={() => setNear(item.id)}
          />
        ))}
      </ul>
      {near ? <Prefetch key={near} id={near} onDone={() => setNear(null)} /> : null}
      {paging.older || paging.newest ? (
        <div className="inbox-paging">
          <Pagination
            hasNext={paging.older !== null}
            onNext={paging.older ?? undefined}
            hasPrevious={paging.newest !== null}
            onPrevious={paging.newest ?? undefined}
            label={paging.newest ? say("inbox.older") : undefined}
          />
        </div>
      ) : null}
    </div>
  );
}

function showNews(list: List) {
  list.showNews();
  // The button that was pressed goes: what it brought is next.
  requestAnimationFrame(() => focusRow(document.querySelector<HTMLElement>("[data-row]")?.dataset["row"]));
}

const focusedRow = (): string | null =>
  document.activeElement?.closest(".inbox-row")?.querySelector<HTMLElement>("[data-row]")?.dataset["row"] ??
  null;

const focusRow = (id: string | undefined) => {
  if (id) document.getElementById(rowId(id))?.focus();
};

/** The first row after these that stays, else the last before them, else the list's beginning. */
function focusNext(order: readonly string[], ids: readonly string[]) {
  const going = new Set(ids);
  const from = order.findIndex((id) => going.has(id));
  const next = order.slice(from).find((id) => !going.has(id)) ?? order.slice(0, from).at(-1);
  if (next) focusRow(next);
  else document.querySelector<HTMLElement>(".inbox-list")?.focus();
}

/** Who comes back from a conversation is on its row, or on one beside it; who turned the page is on the first. */
function useArrival(order: readonly string[]) {
  const { state } = useLocation();
  const place = useWindowPlace();
  const [[first, isPaged]] = useState([order, isFor(state, TO_ROWS)] as const);
  useEffect(() => {
    const row = takeOpened(place).find((id) => first.includes(id));
    focusRow(row ?? (isPaged ? first[0] : undefined));
  }, [place, first, isPaged]);
}

type ListKeys = Pick<Given, "onSearch" | "onHelp"> & {
  order: readonly string[];
  onChoose: (id: string) => void;
  onClose: () => void;
  onAssign: () => void;
};

function useListKeys({ order, onSearch, onHelp, onChoose, onClose, onAssign }: ListKeys) {
  const navigate = useNavigate();
  const move = (by: 1 | -1) => {
    const at = order.indexOf(focusedRow() ?? "");
    const next =
      at === -1 ? (by === 1 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by));
    focusRow(order[next]);
  };
  const onRow = (act: (id: string) => void) => () => {
    const id = focusedRow();
    if (id) act(id);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    o: onRow((id) => navigate(`/inbox/${id}`, { state: TO_READ })),
    x: onRow(onChoose),
    e: onClose,
    a: onAssign,
    "/": onSearch,
    "?": onHelp,
  });
}
