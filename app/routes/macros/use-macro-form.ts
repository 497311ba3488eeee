import { useAppBridge } from "@shopify/app-bridge-react";
import { useNavigate } from "@remix-run/react";
import { useRef, useState } from "react";
import { focusFirstError } from "#app/components/focus-first-error.ts";
import { useLeaving } from "#app/components/use-leaving.ts";
import { useSent } from "#app/components/use-sent.ts";
import { useWords } from "#app/components/words.tsx";
import { faultTexts } from "./fault-texts.ts";
import { faultsOfMacro, macroOfDraft, type MacroDraft } from "./macro-draft.ts";
import type { clientAction } from "./macro-route.tsx";

export type Saved = { id: string; version: number; draft: MacroDraft };
type Answer = Awaited<ReturnType<typeof clientAction>>;
type Given = { saved: Saved | null; begun: MacroDraft };

/** The form of one macro: what was changed, what is wrong with it, and how it is saved, left or taken out. */
export function useMacroForm({ saved, begun }: Given) {
  const say = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [edits, setEdits] = useState<Partial<MacroDraft>>({});
  const [tried, setTried] = useState(false);
  const leavesRef = useRef(false);
  const draft = { ...begun, ...edits };
  const dirty = !isSame(draft, begun);
  useLeaving(dirty, leavesRef);
  const forget = () => {
    setEdits({});
    setTried(false);
  };
  const goTo = (address: string, replace = false) => {
    leavesRef.current = true;
    navigate(address, { replace });
  };
  const macro = macroOfDraft(draft);
  const sending = useSent<Answer>({
    content: JSON.stringify(macro),
    onAnswer: (answer) => {
      if (answer.outcome === "removed") {
        shopify.toast.show(say("macros.said.removed"));
        goTo("/settings/macros");
      }
      if (answer.outcome === "saved") {
        shopify.toast.show(say("macros.said.saved"));
        forget();
        if (!saved) goTo(`/settings/macros/${answer.id}`, true);
      }
    },
  });
  const save = () => {
    setTried(true);
    if (Object.keys(faultsOfMacro(macro)).length > 0) focusFirstError();
    else sending.send({ intent: "save", ...(saved ? about(saved) : {}), macro: JSON.stringify(macro) });
  };
  const faults = { ...(tried ? faultsOfMacro(macro) : {}), ...(sending.refused?.faults ?? {}) };
  return {
    draft,
    errors: faultTexts(say, faults),
    onChange: (change: Partial<MacroDraft>) => setEdits((before) => ({ ...before, ...change })),
    bar: { save, discard: forget, busy: sending.busy, open: dirty },
    answered: sending.answered,
    remove: () => {
      if (saved) sending.send({ intent: "remove", id: saved.id });
    },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const about = ({ id, version }: Saved) => ({ id, version: String(version) });
