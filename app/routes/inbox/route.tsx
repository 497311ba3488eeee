import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  redirect,
  useLoaderData,
  useLocation,
  useNavigation,
  useRouteError,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Card, Page, Text, useBreakpoints } from "@shopify/polaris";
import { useCallback, useEffect, useState } from "react";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { lastKnown } from "#app/components/last-known.ts";
import { useLive } from "#app/components/live/use-live.ts";
import { usePresent } from "#app/components/live/use-present.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { rememberList } from "#app/components/neighbours.ts";
import { forgetAhead } from "#app/components/prefetched.ts";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useOnDemand } from "#app/components/use-on-demand.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { useWindowPlace, windowPlace } from "#app/components/writer.tsx";
import { readAddress } from "#app/desk/inbox/read-address.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { showInbox } from "#app/desk/inbox/show-inbox.server.ts";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { mayDo } from "#app/shop/roles.ts";
import { requireStaff } from "#app/staff.server.ts";
import { ConversationList } from "./conversation-list.tsx";
import { changed, isFor, listedBy, TO_ROWS, TO_SEARCH } from "./inbox-address.ts";
import { InboxFilters } from "./inbox-filters.tsx";
import styles from "./inbox.css?url";
import { withTagsOf } from "./filter-choices.ts";
import type { OpenDialog } from "./inbox-dialogs.tsx";
import { goesBackTo, rememberInbox } from "./last-inbox.ts";
import { useLong } from "./list-skeleton.tsx";
import { useList } from "./use-list.ts";
import { ViewsNav } from "./views-nav.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("inbox.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys, shop, staff } = await requireStaff(request);
  const me = staff.id;
  const address = readAddress(new URL(request.url).searchParams, me);
  const inbox = await showInbox({ inShop, keys, now: () => new Date() }, { address, me });
  const { view, sort } = address;
  return { ...inbox, view, sort, me, zone: shop.timezone, mayShare: mayDo(staff.role, "views") };
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, request }: ClientLoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  // The place that is left is still the window's.
  const back = goesBackTo(windowPlace(), window.location.pathname, searchParams);
  if (back !== null) throw redirect(back);
  return known.load(listedBy(searchParams), () => serverLoader<typeof loader>());
};

/** A connection that is made anew is no news. */
const POLLING_SAID_MS = 10_000;

export default function InboxPage() {
  const data = useLoaderData<typeof clientLoader>();
  const { items, nextCursor, expired, counts, views, view, sort, me, zone, mayShare, lost } = data;
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const address = listedBy(params);
  const { state, location } = useNavigation();
  const loading = state === "loading" && location.pathname === "/inbox";
  useEffect(() => known.remember(address, data));
  const place = useWindowPlace();
  useEffect(() => rememberInbox(place, params), [place, params]);
  const choices = withTagsOf(items, useAnswer<Choices>("/inbox/choices").data);
  const { present, hear } = usePresent(data.present, me);
  const heard = useCallback(
    (event: DeskEvent) => {
      hear(event);
      if (event.kind === "changed") forgetAhead(event.ids);
      if (event.kind === "hello") forgetAhead(null);
    },
    [hear],
  );
  const polls = useLong(useLive({ hear: heard, lost }) === "polling", POLLING_SAID_MS);
  useSearchWanted();
  useEffect(
    () =>
      rememberList(
        place,
        items.map(({ id }) => id),
      ),
    [place, items],
  );
  const list = useList({ address, items, complete: nextCursor === null, sort });
  const [said, announce] = useAnnouncer(list.news.length);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const dialogs = useOnDemand(
    dialog,
    () => import("./inbox-dialogs.tsx"),
    () => setDialog(null),
  );
  const turn = (cursor: string | null) => () =>
    setParams((current) => changed(current, { cursor: cursor ? [cursor] : [] }), { state: TO_ROWS });
  return (
    <Page
      title={say("inbox.title")}
      fullWidth
      primaryAction={{ content: say("outgoing.new.title"), url: "/inbox/new" }}
      secondaryActions={[{ content: say("inbox.views.save"), onAction: () => setDialog("save") }]}
      actionGroups={[
        {
          title: say("inbox.more"),
          actions: [
            { content: say("inbox.views.manage"), onAction: () => setDialog("views") },
            { content: say("inbox.keys.title"), onAction: () => setDialog("keys") },
          ],
        },
      ]}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <Card padding="0">
          <ViewsNav {...{ view, counts, views }} />
          <InboxFilters {...{ view, sort, choices, loading }} />
          <ConversationList
            key={address}
            {...{ list, view, isNew: data.isNew, expired, me, zone, choices, loading, present, announce }}
            paging={{
              older: nextCursor ? turn(nextCursor) : null,
              newest: params.has("cursor") ? turn(null) : null,
            }}
            onSearch={toSearch}
            onHelp={() => setDialog("keys")}
          />
        </Card>
        {polls ? (
          <Text as="p" tone="subdued" alignment="center">
            {say("live.polling")}
          </Text>
        ) : null}
      </BlockStack>
      <output className="attune-hidden">{said}</output>
      {dialogs ? (
        <dialogs.InboxDialogs {...{ dialog, views, mayShare, me }} onHide={() => setDialog(null)} />
      ) : null}
    </Page>
  );
}

/** What a screen reader is told: what was done, and how much is new. */
function useAnnouncer(news: number): [string, (text: string) => void] {
  const say = useWords();
  const [said, setSaid] = useState("");
  const [before, setBefore] = useState(news);
  if (news !== before) {
    setBefore(news);
    if (news > before) setSaid(say("inbox.news.said", { count: news }));
  }
  return [said, setSaid];
}

/** Who came here to search begins with it. */
function useSearchWanted() {
  const { state } = useLocation();
  // With the width known the field is drawn anew.
  const { mdUp } = useBreakpoints();
  useEffect(() => {
    if (isFor(state, TO_SEARCH)) toSearch();
  }, [state, mdUp]);
}
const toSearch = () => document.querySelector<HTMLInputElement>(".inbox-filters input")?.focus();

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
