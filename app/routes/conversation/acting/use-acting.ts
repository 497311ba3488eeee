import { useAppBridge } from "@shopify/app-bridge-react";
import { useRef, useState } from "react";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { useLook } from "#app/components/live/use-live.ts";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { useWords } from "#app/components/words.tsx";
import { askInbox } from "#app/routes/inbox/ask-inbox.ts";
import { doneWords, undoneWords } from "#app/routes/inbox/done-words.ts";
import { sayCode, type WordKey } from "#app/words/say.ts";
import type { Acted } from "../act-on-conversation.server.ts";
import { usePending, type Standing } from "./use-pending.ts";

type Given = {
  id: string;
  loaded: Standing;
  /** What a member of the team is called; null while that is not known. */
  nameOf: (id: string) => string | null;
};

/** What can be done about a conversation: shown at once, said with a way back, and taken back where it could not be done. */
export function useActing({ id, loaded, nameOf }: Given) {
  const say = useWords();
  const look = useLook();
  const { shown, pend, settle, drop } = usePending(loaded);
  const { said, tell, fail } = useTelling();
  const last = useRef<string | null>(null);

  const undo = async (changeId: string) => {
    const answer = await askInbox({ what: "undo", changeId });
    if (answer.outcome !== "unreached" && last.current === changeId) last.current = null;
    drop();
    look();
    tell(undoneWords(say, answer));
  };
  const tellDone = (text: string, changeId: string | null) => {
    last.current = changeId;
    tell(text, changeId === null ? undefined : () => void undo(changeId));
  };
  const inTurn = useInTurn();
  /** By the same `changeId` it is done once, however often it is asked for. */
  const change = async (wanted: SentChange, changeId: string) => {
    pend(wanted, wanted.assigneeId ? nameOf(wanted.assigneeId) : null);
    const { answer, isLast } = await inTurn(() =>
      askInbox({ what: "change", changeId, ids: [id], change: wanted }),
    );
    if (answer.outcome !== "changed") {
      drop();
      look();
      if (answer.outcome === "unreached") {
        last.current = changeId;
        return fail(say("inbox.notKnown"), () => void change(wanted, changeId));
      }
      return fail(say("inbox.notChanged"));
    }
    const [why] = Object.keys(answer.refused);
    if (why) {
      drop();
      return fail(say("inbox.refused", { count: 1, why: sayCode(say, "inbox.refusal", why) }));
    }
    if (isLast()) settle();
    look();
    // Somebody else did the same before.
    if (answer.changeId) tellDone(doneWords(say, wanted, 1), answer.changeId);
  };
  /** Asks for what takes words, and says `done` of it once it is done. */
  const act = async (body: object, done: WordKey | null) => {
    const acted = await postJson<Acted>(`/inbox/${id}/act`, body);
    if (acted.outcome !== "done") return acted;
    look();
    if (done) tellDone(say(done), acted.changeId ?? null);
    return acted;
  };
  return {
    ...{ shown, said, act, tell },
    change: (wanted: SentChange) => void change(wanted, crypto.randomUUID()),
    undoLast: () => {
      if (last.current) void undo(last.current);
    },
  };
}
export type Acting = ReturnType<typeof useActing>;

/** What is asked for one after the other is done in that order, however fast somebody clicks. `isLast`: nothing else was asked since. */
function useInTurn() {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return async <T>(ask: () => Promise<T>) => {
    const own = before.current.then(ask);
    before.current = own;
    return { answer: await own, isLast: () => before.current === own };
  };
}

/** Says what was done: shown for some seconds in the place of what was said before, and to screen readers. */
function useTelling() {
  const shopify = useAppBridge();
  const say = useWords();
  const [said, announce] = useState("");
  const before = useRef<string | null>(null);
  const show = (text: string, how: Parameters<typeof shopify.toast.show>[1]) => {
    announce(text);
    if (before.current !== null) shopify.toast.hide(before.current);
    before.current = shopify.toast.show(text, how);
  };
  const tell = (text: string, undo?: () => void) =>
    show(text, undo ? { action: say("action.undo"), onAction: undo, duration: 8_000 } : {});
  const fail = (text: string, again?: () => void) => {
    const retry = again ? { action: say("action.tryAgain"), onAction: again, duration: 8_000 } : {};
    show(text, { isError: true, ...retry });
  };
  return { said, tell, fail };
}
