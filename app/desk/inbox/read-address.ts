import { careEmotions, intents } from "#app/care/understand/reading.ts";
import {
  channels,
  orderStates,
  priorities,
  sortings,
  type ConversationFilters,
  type Sorting,
} from "#app/desk/inbox/conversation-query.ts";
import { filterNames, type FilterName } from "#app/desk/inbox/filter-names.ts";
import { filtersOf, viewIds, type ViewId } from "#app/desk/inbox/views.ts";
import { conversationStatuses } from "#app/desk/shapes.ts";

/** What the inbox's address asks for. */
export type InboxAddress = {
  view: ViewId;
  filters: ConversationFilters;
  sort: Sorting;
  cursor: string | undefined;
};

/** In the address: whoever looks, and nobody. A saved view then means everybody who opens it. */
export const ME = "me";
export const NOBODY = "nobody";
/** In the address: of no order at all. */
export const NO_ORDER = "none";

const LONGEST_QUERY = 200;
const MOST_VALUES = 20;

/** Reads the inbox's address for whoever looks. What it does not know it leaves out: a bookmarked link never breaks the page. */
export function readAddress(params: URLSearchParams, me: string): InboxAddress {
  const view = viewIds.find((one) => one === params.get("view")) ?? "open";
  const all = (name: FilterName) => [...new Set(params.getAll(name))].slice(0, MOST_VALUES);
  const known = <T extends string>(name: FilterName, values: readonly T[]): readonly T[] | undefined =>
    some(values.filter((value) => all(name).includes(value)));
  const given: ConversationFilters = {
    status: known("status", conversationStatuses),
    emotion: known("emotion", careEmotions),
    intent: known("intent", intents),
    language: some(all("language").filter((tag) => /^[a-z]{2,3}$/u.test(tag))),
    orderState: some([
      ...orderStates.filter((state) => all("order").includes(state)),
      ...(all("order").includes(NO_ORDER) ? ([""] as const) : []),
    ]),
    tag: some(all("tag").filter((tag) => tag !== "" && tag.length <= 100)),
    assignee: some(all("assignee").flatMap((one) => assigneeOf(one, me))),
    channel: known("channel", channels),
    priority: known("priority", priorities),
    incident: all("incident").find((id) => /^[\w-]{1,64}$/u.test(id)),
    q: params.get("q")?.trim().slice(0, LONGEST_QUERY) || undefined,
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    view,
    // What a view is of stays so: its own conditions come last.
    filters: { ...set, ...filtersOf(view, me) },
    sort: sortings.find((one) => one === params.get("sort")) ?? "newest",
    cursor: params.get("cursor") ?? undefined,
  };
}

const some = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);

function assigneeOf(asked: string, me: string): string[] {
  if (asked === ME) return [me];
  if (asked === NOBODY) return [""];
  return /^\d{1,20}$/u.test(asked) ? [asked] : [];
}

/** The part of an address that a saved view keeps, in one order: view, filters, words and sorting. */
export function kept(params: URLSearchParams): string {
  const { view, sort } = readAddress(params, "0");
  const next = new URLSearchParams();
  if (view !== "open") next.set("view", view);
  for (const name of filterNames)
    for (const value of [...new Set(params.getAll(name))].slice(0, MOST_VALUES)) next.append(name, value);
  const q = params.get("q")?.trim().slice(0, LONGEST_QUERY);
  if (q) next.set("q", q);
  if (sort !== "newest") next.set("sort", sort);
  return next.toString();
}
