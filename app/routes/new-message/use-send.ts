import { useState } from "react";
import { postJson } from "#app/components/outgoing/post-json.ts";
import type { AdditionsHeld } from "#app/components/outgoing/use-additions.ts";
import type { Check } from "#app/care/draft/draft.ts";
import type { Approval } from "#app/care/review/approve-draft.server.ts";
import type { RefusedAddition } from "#app/care/review/queue-reply.server.ts";
import type { BegunMessage } from "#app/desk/show-message.server.ts";
import type { WordKey } from "#app/words/say.ts";
import type { MessageToSend } from "./message-to-send.ts";

type Said = Approval | RefusedAddition | { outcome: "no_subject" };
type ToSend = {
  message: BegunMessage;
  subject: string;
  text: string;
  additions: AdditionsHeld;
  overrule?: string;
};
type Became = {
  trouble: WordKey | null;
  blocked: { text: string; checks: Check[] } | null;
  addition: RefusedAddition | null;
  noSubject: boolean;
};

const NOTHING: Became = { trouble: null, blocked: null, addition: null, noSubject: false };

/** Sends a message, once, however often it is clicked or tried again: its draft has one delivery. */
export function useSend({
  onSent,
  onStale,
}: {
  onSent: (conversationId: string) => void;
  onStale: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [became, setBecame] = useState<Became>(NOTHING);
  const send = async ({ message, subject, text, additions, overrule }: ToSend) => {
    setBusy(true);
    const { conversationId, draft } = message;
    const body: MessageToSend = {
      ...{ conversationId, subject, text, draftId: draft.id, copies: additions.copies },
      files: additions.files.kept.map(({ id }) => id),
      ...(overrule ? { overrule } : {}),
    };
    const said = await postJson<Said>("/inbox/new/send", body);
    setBusy(false);
    setBecame({ ...NOTHING, ...becameOf(said, text) });
    if (said.outcome === "approved" || said.outcome === "already_sent") onSent(conversationId);
    if (said.outcome === "stale") onStale();
  };
  return { send: (given: ToSend) => void send(given), busy, ...became };
}

function becameOf(said: Said | { outcome: "unreachable" }, text: string): Partial<Became> {
  switch (said.outcome) {
    case "approved":
    case "already_sent":
      return {};
    case "blocked":
      return { blocked: { text, checks: said.checks } };
    case "copy_refused":
    case "files_refused":
      return { addition: said };
    case "no_subject":
      return { noSubject: true };
    case "unreachable":
      return { trouble: "outgoing.unreachable" };
    case "stale":
      return { trouble: "outgoing.new.stale" };
    case "no_address":
      return { trouble: "outgoing.new.why.address" };
    case "not_found":
    case "unwanted":
      return { trouble: "outgoing.new.gone" };
  }
}
