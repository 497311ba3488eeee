import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import {
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { useEffect } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useLive } from "#app/components/live/use-live.ts";
import { isAhead, prefetched } from "#app/components/prefetched.ts";
import { shortSubject } from "#app/components/short-subject.ts";
import { titled } from "#app/components/words.tsx";
import { showLevel } from "#app/desk/show-level.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { showTriage } from "#app/desk/show-triage.server.ts";
import { showTeam } from "#app/desk/show-team.server.ts";
import { answerToKeep } from "#app/care/learn/keep-answer.server.ts";
import { requireStaff, type StaffSession } from "#app/staff.server.ts";
import draftStyles from "#app/components/draft/draft.css?url";
import outgoingStyles from "#app/components/outgoing/outgoing.css?url";
import actingStyles from "./acting/acting.css?url";
import { answerConversation } from "./answer-conversation.server.ts";
import { ConversationScreen } from "./conversation-screen.tsx";
import styles from "./conversation.css?url";
import { JOINED } from "./joined-banner.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: draftStyles },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: outgoingStyles },
  { rel: "stylesheet", href: actingStyles },
];

export const meta = titled<Awaited<ReturnType<typeof loader>>>(
  (say, data) => shortSubject(data?.conversation.subject ?? "") || say("conversation.title"),
);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  const { conversationId = "" } = params;
  // One that was taken into another between two reads is read once more, where it went.
  const shown =
    (await showWhole(session, request, conversationId)) ??
    (await showWhole(session, request, conversationId));
  if (!shown) throw new Response("Not found", { status: 404 });
  return shown;
};

/** Null where there is no such conversation, or it goes while it is read. Throws the way to it where it was taken into another. */
async function showWhole(
  { inShop, keys, shop, staff }: StaffSession,
  request: Request,
  conversationId: string,
) {
  const conversation = await showConversation({ inShop, keys, now: () => new Date() }, conversationId);
  if (!conversation) return null;
  if (conversation.id !== conversationId) {
    const isAside = conversation.outgoing.asides.some(({ id }) => id === conversationId);
    throw redirect(otherUrl(request, conversation.id, { joined: !isAside }));
  }
  const [team, answer, level, triage] = await Promise.all([
    inShop((tx) => showTeam(tx, keys, { conversationId: conversation.id, staff })),
    answerToKeep(inShop, conversation.draft),
    inShop((tx) => showLevel(tx, keys, { conversationId: conversation.id, now: new Date() })),
    showTriage({ inShop, keys }, conversation.id),
  ]);
  return team && { conversation, team, answer, level, triage, shopZone: shop.timezone };
}

/** What Shopify puts into an address of the app stays in it. */
function otherUrl(request: Request, id: string, { joined }: { joined: boolean }): string {
  const { searchParams } = new URL(request.url);
  if (joined) searchParams.set(JOINED, "1");
  return `/inbox/${id}?${searchParams.toString()}`;
}

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return answerConversation(session, params["conversationId"] ?? "", await request.formData());
};

/** What the screen is made of; `lost`: the server was not reached since. */
export type Loaded = Awaited<ReturnType<typeof loader>> & { lost?: boolean };
const known = lastKnown<Loaded>();
const ahead = prefetched<Loaded>();

/** Null of what is looked up ahead: no screen shows it. */
export const clientLoader = ({ serverLoader, params, request }: ClientLoaderFunctionArgs) => {
  const { conversationId = "" } = params;
  const ask = () => serverLoader<typeof loader>();
  if (isAhead(request)) return ahead.lookUp(conversationId, ask);
  return known.load(conversationId, () => ahead.load(conversationId, ask));
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

/** Of what no news comes: a parcel that moves, a note. */
const LOOKED_AT_EVERY_MS = 10_000;

export default function ConversationPage() {
  const loaded = useLoaderData<() => Promise<Loaded>>();
  const { conversation } = loaded;
  useEffect(() => known.remember(conversation.id, loaded));
  // A draft may arrive, a parcel may move, a colleague may answer.
  useLive({ about: conversation.id, everyMs: LOOKED_AT_EVERY_MS, lost: loaded.lost });
  // Nothing that was typed or opened on one conversation is on another.
  return <ConversationScreen key={conversation.id} loaded={loaded} />;
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
