import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { neighboursOf } from "#app/components/neighbours.ts";
import { isFor, TO_READ, TO_SEARCH } from "#app/routes/inbox/inbox-address.ts";
import { lastInbox, rememberOpened } from "#app/routes/inbox/last-inbox.ts";
import { useKeys } from "#app/components/use-keys.ts";
import { useWindowPlace } from "#app/components/writer.tsx";

type Given = {
  id: string;
  onAssign: () => void;
  onClose: () => void;
  onNote: () => void;
  onUndo: () => void;
  onHelp: () => void;
  /** There is nothing further in that direction. */
  onEnd: () => void;
};

/** What Shopify puts into an address stays in it; what the screen was told of this conversation does not. */
const SCREEN_ONLY = ["joined"];

/** The button that opens the reply for a person to write it. */
export const REPLY_OPENER = "attune-reply-opener";

const nothing = () => () => {};

/** Works a conversation by keys. Answers which one the next key leads to, so that it can be looked up ahead. */
export function useConversationKeys(given: Given): string | null {
  const navigate = useNavigate();
  const { search } = useLocation();
  const kept = useWindowPlace();
  const next = useSyncExternalStore(
    nothing,
    () => neighboursOf(kept, given.id).next,
    () => null,
  );
  const step = (which: "next" | "previous") => () => {
    const to = neighboursOf(kept, given.id)[which];
    if (!to) return given.onEnd();
    const params = new URLSearchParams(search);
    for (const name of SCREEN_ONLY) params.delete(name);
    return navigate({ pathname: `/inbox/${to}`, search: params.toString() }, { state: TO_READ });
  };
  useKeys({
    j: step("next"),
    k: step("previous"),
    r: focusReply,
    n: given.onNote,
    a: given.onAssign,
    e: given.onClose,
    z: given.onUndo,
    u: () => navigate("/inbox"),
    "/": () => navigate(lastInbox(kept), { state: TO_SEARCH }),
    "?": given.onHelp,
    "g h": () => navigate("/"),
    "g i": () => navigate("/inbox"),
  });
  return next;
}

/** To the reply as it is written, or to what opens it. */
function focusReply() {
  const opener = document.getElementById(REPLY_OPENER);
  if (!editor()) opener?.click();
  requestAnimationFrame(() => (editor() ?? opener)?.focus());
}

const editor = () => document.querySelector<HTMLElement>(".attune-focus-place .attune-editor textarea");

/** What was opened takes the focus: what had it is gone with the screen before. In the inbox its row is where somebody left off. */
export function useOpened(id: string) {
  const place = useRef<HTMLDivElement>(null);
  const kept = useWindowPlace();
  const { state } = useLocation();
  useEffect(() => rememberOpened(kept, id), [kept, id]);
  useEffect(() => {
    // What it is about stands above it, and stays in sight.
    if (isFor(state, TO_READ)) place.current?.focus({ preventScroll: true });
  }, [state]);
  return place;
}
