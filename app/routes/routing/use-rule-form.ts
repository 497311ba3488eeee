import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useLeaving } from "#app/components/use-leaving.ts";
import { useWords } from "#app/components/words.tsx";
import type { Misnamed } from "#app/care/triage/misnamed-in.ts";
import { faultTexts } from "./fault-text.ts";
import {
  blankDraft,
  faultsOfDraft,
  fieldAt,
  ruleOfDraft,
  type Faults,
  type RuleDraft,
} from "./rule-draft.ts";
import type { clientAction } from "./rule-route.tsx";

export const SAVE_BAR = "rule-save-bar";

export type Saved = { id: string; version: number; draft: RuleDraft };
type Given = { saved: Saved | null; begun: RuleDraft; gone: readonly Misnamed[] };

/** The form of one rule: what was changed, what is wrong with it, and how it is saved or left. */
export function useRuleForm({ saved, begun, gone }: Given) {
  const say = useWords();
  const [edits, setEdits] = useState<Partial<RuleDraft>>({});
  const [tried, setTried] = useState(false);
  const draft = { ...(saved?.draft ?? begun), ...edits };
  const dirty = !isSame(draft, saved?.draft ?? blankDraft);
  const leavesRef = useRef(false);
  const saving = useSaving({ saved, draft, leavesRef, onSaved: () => (setEdits({}), setTried(false)) });
  useLeaving(dirty, leavesRef);
  const navigate = useNavigate();
  const discard = () => {
    setEdits({});
    setTried(false);
    if (saved) return;
    leavesRef.current = true;
    navigate("/settings/routing");
  };
  const save = () => {
    setTried(true);
    if (Object.keys(faultsOfDraft(draft)).length === 0) saving.submit();
    else focusFirstError();
  };
  const faults = {
    ...(isSame(draft, saved?.draft) ? goneIn(draft, gone) : {}),
    ...(tried ? faultsOfDraft(draft) : {}),
    ...saving.refused,
  };
  return {
    draft,
    errors: faultTexts(say, faults),
    onChange: (change: Partial<RuleDraft>) => setEdits((before) => ({ ...before, ...change })),
    bar: { save, discard, busy: saving.busy, open: dirty },
    answered: saving.answered,
    leave: () => (leavesRef.current = true),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const goneIn = (draft: RuleDraft, gone: readonly Misnamed[]): Faults =>
  Object.fromEntries(
    gone.map(({ field, why }) => [fieldAt(ruleOfDraft(draft), field.split(".")), { code: why }]),
  );

type Saving = {
  saved: Saved | null;
  draft: RuleDraft;
  leavesRef: { current: boolean };
  onSaved: () => void;
};

function useSaving({ saved, draft, leavesRef, onSaved }: Saving) {
  const say = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<typeof clientAction>();
  const { data, state } = fetcher;
  const [sent, setSent] = useState("");
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !data || data === told.current) return;
    told.current = data;
    if (data.outcome === "refused") focusFirstError();
    if (data.outcome !== "saved") return;
    shopify.toast.show(say("triage.said.saved"));
    onSaved();
    if (saved) return;
    // It has its own address from now on.
    leavesRef.current = true;
    navigate(`/settings/routing/${data.id}`, { replace: true });
  });
  const rule = JSON.stringify(ruleOfDraft(draft));
  return {
    busy: state !== "idle",
    answered: data,
    /** Of what was sent, and is still as it was. */
    refused: data?.outcome === "refused" && sent === rule ? data.faults : {},
    submit: () => {
      if (state !== "idle") return;
      setSent(rule);
      const about = saved ? { id: saved.id, version: saved.version } : {};
      fetcher.submit({ saving: JSON.stringify({ ...about, rule: ruleOfDraft(draft) }) }, { method: "post" });
    },
  };
}

/** What is refused may be out of sight: the page is long. */
function focusFirstError(): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else document.querySelector<HTMLElement>("[data-rule-actions] input")?.focus();
  });
}
