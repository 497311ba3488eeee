import { useCallback, useEffect, useRef, useState } from "react";
import { ownPlace } from "#app/components/own-place.ts";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { useRestored } from "#app/components/use-restored.ts";
import { useWriter } from "#app/components/writer.tsx";
import type { Begun } from "#app/care/draft/message/begin-message.server.ts";
import type { BegunMessage } from "#app/desk/show-message.server.ts";
import { isWorthKeeping, keepMessage, keptText, readKept, type KeptMessage } from "./kept-message.ts";

type Answer = (Begun & { message?: BegunMessage | null }) | { outcome: "unreachable" };
type Refused = Extract<Begun, { outcome: "refused" }>;
type Beginning = {
  /** `sent`: it left already, from another window. */
  state: "idle" | "beginning" | "begun" | "lost" | "sent";
  /** Why it cannot be begun like this. */
  refused: Refused | null;
  message: BegunMessage | null;
  optedOut: boolean;
};
const IDLE: Beginning = { state: "idle", refused: null, message: null, optedOut: false };

/**
 * A message as somebody writes it: kept in their browser at every key, and begun on the server as soon as it is known to whom, so that what
 * is written is judged by the records as a reply is.
 */
export function useMessage(initial: KeptMessage, begun: BegunMessage | null) {
  const writer = useWriter();
  const [written, setWritten] = useState(initial);
  const [beginning, setBeginning] = useState<Beginning>({
    ...IDLE,
    ...(begun ? { state: "begun", message: begun } : {}),
  });
  const restored = useRestored(() => keptNow(writer), setWritten, isWorthKeeping(initial));
  const begin = useBeginning(setBeginning, setWritten);
  const { message, state, refused } = beginning;
  const needed =
    written.to !== null &&
    (state === "idle" || state === "begun") &&
    refused === null &&
    (message === null || isOther(message, written));
  useEffect(() => {
    if (!needed) return undefined;
    const timer = setTimeout(() => void begin("hand", written));
    return () => clearTimeout(timer);
  }, [needed, begin, written]);
  useEffect(() => {
    if (isWorthKeeping(written)) keep(writer, written);
  }, [writer, written]);
  const change = (to: Partial<KeptMessage>) => {
    setWritten((now) => ({ ...now, ...to }));
    // With another recipient, order or language it is another question.
    if (to.to !== undefined || to.order !== undefined || to.language !== undefined)
      setBeginning((now) => ({ ...now, refused: null }));
  };
  const forget = () => keep(writer, null);
  const discard = (empty: KeptMessage) => {
    forget();
    setWritten(empty);
    setBeginning(IDLE);
    restored.dismiss();
  };
  return { written, change, restored, beginning, begin, forget, discard };
}

/** Whether what was begun is judged by other facts than what is written now. */
const isOther = (message: BegunMessage, { to, order, language }: KeptMessage): boolean =>
  message.to.address !== to?.address ||
  message.orderId !== (order?.id ?? null) ||
  message.draft.language !== language;

/** Keeps it under whose it is, or with null forgets it. */
function keep(writer: string, message: KeptMessage | null) {
  keepMessage(
    ownPlace(() => window.localStorage, writer),
    message,
    Date.now(),
  );
}

/** Too old, it is kept no longer. */
function keptNow(writer: string): KeptMessage | null {
  const text = keptText(ownPlace(() => window.localStorage, writer));
  const message = text === null ? null : readKept(text, Date.now());
  if (text !== null && !message) keep(writer, null);
  return message;
}

type Set<T> = (change: (now: T) => T) => void;

/** Begins a message with what is written, from the order or by hand; the newest question is the one that counts. */
function useBeginning(setBeginning: Set<Beginning>, setWritten: Set<KeptMessage>) {
  const latest = useRef(0);
  return useCallback(
    async (from: "order" | "hand", given: KeptMessage): Promise<BegunMessage | null> => {
      if (!given.to) return null;
      latest.current += 1;
      const own = latest.current;
      setBeginning((now) => ({ ...now, state: "beginning", refused: null }));
      const { conversationId, to, subject, language, order } = given;
      const said = await postJson<Answer>("/inbox/new/begin", {
        ...{ conversationId, to, subject, language, from, orderId: order?.id ?? null },
      });
      if (own !== latest.current) return null;
      const message = said.outcome === "begun" ? (said.message ?? null) : null;
      if (message) setWritten((now) => ({ ...now, conversationId: message.conversationId }));
      // It was cleared away: it is begun anew.
      if (said.outcome === "not_found") setWritten((now) => ({ ...now, conversationId: null }));
      setBeginning((now) => ({
        state: stateOf(said, message),
        refused: said.outcome === "refused" ? said : null,
        message: said.outcome === "unreachable" || said.outcome === "refused" ? now.message : message,
        optedOut: said.outcome === "begun" && said.optedOut,
      }));
      return message;
    },
    [setBeginning, setWritten],
  );
}

function stateOf(said: Answer, message: BegunMessage | null): Beginning["state"] {
  if (said.outcome === "unreachable") return "lost";
  if (said.outcome === "sent") return "sent";
  return message ? "begun" : "idle";
}
