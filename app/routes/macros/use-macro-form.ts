import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useLeaving } from "#app/components/use-leaving.ts";
import { useWords } from "#app/components/words.tsx";
import { faultTexts } from "./fault-texts.ts";
import { faultsOfMacro, macroOfDraft, type MacroDraft } from "./macro-draft.ts";
import type { clientAction } from "./macro-route.tsx";

export type Saved = { id: string; version: number; draft: MacroDraft };
type Given = { saved: Saved | null; begun: MacroDraft };

/** The form of one macro: what was changed, what is wrong with it, and how it is saved, left or taken out. */
export function useMacroForm({ saved, begun }: Given) {
  const say = useWords();
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
  const sending = useSending({
    macro,
    onSaved: (id) => {
      forget();
      if (!saved) goTo(`/settings/macros/${id}`, true);
    },
    onRemoved: () => goTo("/settings/macros"),
  });
  const save = () => {
    setTried(true);
    if (Object.keys(faultsOfMacro(macro)).length > 0) focusFirstError();
    else sending.send({ intent: "save", ...(saved ? about(saved) : {}), macro: JSON.stringify(macro) });
  };
  const faults = { ...(tried ? faultsOfMacro(macro) : {}), ...sending.refused };
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

type Sending = { macro: object; onSaved: (id: string) => void; onRemoved: () => void };

function useSending({ macro, onSaved, onRemoved }: Sending) {
  const say = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof clientAction>();
  const { data, state } = fetcher;
  const [sent, setSent] = useState("");
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !data || data === told.current) return;
    told.current = data;
    if (data.outcome === "refused") focusFirstError();
    if (data.outcome === "saved" || data.outcome === "removed")
      shopify.toast.show(say(`macros.said.${data.outcome}`));
    if (data.outcome === "saved") onSaved(data.id);
    if (data.outcome === "removed") onRemoved();
  });
  return {
    busy: state !== "idle",
    answered: data,
    /** Of what was sent, and is still as it was. */
    refused: data?.outcome === "refused" && sent === JSON.stringify(macro) ? data.faults : {},
    send: (form: Record<string, string>) => {
      if (state !== "idle") return;
      setSent(JSON.stringify(macro));
      fetcher.submit(form, { method: "post" });
    },
  };
}

/** What is refused may be out of sight. */
function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
