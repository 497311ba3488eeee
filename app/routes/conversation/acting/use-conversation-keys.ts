import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { z } from "zod";
import { neighboursOf } from "#app/components/neighbours.ts";
import { TO_SEARCH } from "#app/routes/inbox/inbox-address.ts";
import { useKeys } from "#app/components/use-keys.ts";

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

/** What an address was come to by, as its history keeps it. */
const BY_KEY = { by: "key" };
const byKey = z.object({ by: z.literal("key") });

/** The button that opens the reply for a person to write it. */
export const REPLY_OPENER = "attune-reply-opener";

const nothing = () => () => {};

/** Works a conversation by keys. Answers which one the next key leads to, so that it can be looked up ahead. */
export function useConversationKeys(given: Given): string | null {
  const navigate = useNavigate();
  const { search } = useLocation();
  const next = useSyncExternalStore(
    nothing,
    () => neighboursOf(window.sessionStorage, given.id).next,
    () => null,
  );
  const step = (which: "next" | "previous") => () => {
    const to = neighboursOf(window.sessionStorage, given.id)[which];
    if (!to) return given.onEnd();
    const params = new URLSearchParams(search);
    for (const name of SCREEN_ONLY) params.delete(name);
    return navigate({ pathname: `/inbox/${to}`, search: params.toString() }, { state: BY_KEY });
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
    "/": () => navigate("/inbox", { state: TO_SEARCH }),
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

/** What was come to by a key takes the focus: what had it is gone with the screen before. */
export function useCameByKey() {
  const place = useRef<HTMLDivElement>(null);
  const { state } = useLocation();
  useEffect(() => {
    if (byKey.safeParse(state).success) place.current?.focus();
  }, [state]);
  return place;
}
