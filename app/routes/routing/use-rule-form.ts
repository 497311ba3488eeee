import { useAppBridge } from "@shopify/app-bridge-react";
import { useNavigate } from "@remix-run/react";
import { useRef, useState } from "react";
import { focusFirstError } from "#app/components/focus-first-error.ts";
import { useLeaving } from "#app/components/use-leaving.ts";
import { useSent } from "#app/components/use-sent.ts";
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
/** That nothing is chosen to do is said beside the actions, and marks no field. */
const FIRST_ACTION = "[data-rule-actions] input";

export type Saved = { id: string; version: number; draft: RuleDraft };
type Answer = Awaited<ReturnType<typeof clientAction>>;
type Given = { saved: Saved | null; begun: RuleDraft; gone: readonly Misnamed[] };

/** The form of one rule: what was changed, what is wrong with it, and how it is saved or left. */
export function useRuleForm({ saved, begun, gone }: Given) {
  const say = useWords();
  const [edits, setEdits] = useState<Partial<RuleDraft>>({});
  const [tried, setTried] = useState(false);
  const draft = { ...(saved?.draft ?? begun), ...edits };
  const dirty = !isSame(draft, saved?.draft ?? blankDraft);
  const leavesRef = useRef(false);
  useLeaving(dirty, leavesRef);
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const rule = ruleOfDraft(draft);
  const sending = useSent<Answer>({
    content: JSON.stringify(rule),
    otherwise: FIRST_ACTION,
    onAnswer: (answer) => {
      if (answer.outcome !== "saved") return;
      shopify.toast.show(say("triage.said.saved"));
      setEdits({});
      setTried(false);
      if (saved) return;
      // It has its own address from now on.
      leavesRef.current = true;
      navigate(`/settings/routing/${answer.id}`, { replace: true });
    },
  });
  const discard = () => {
    setEdits({});
    setTried(false);
    if (saved) return;
    leavesRef.current = true;
    navigate("/settings/routing");
  };
  const save = () => {
    setTried(true);
    if (Object.keys(faultsOfDraft(draft)).length > 0) return focusFirstError(FIRST_ACTION);
    const about = saved ? { id: saved.id, version: saved.version } : {};
    sending.send({ saving: JSON.stringify({ ...about, rule }) });
  };
  const faults = {
    ...(isSame(draft, saved?.draft) ? goneIn(draft, gone) : {}),
    ...(tried ? faultsOfDraft(draft) : {}),
    ...(sending.refused?.faults ?? {}),
  };
  return {
    draft,
    errors: faultTexts(say, faults),
    onChange: (change: Partial<RuleDraft>) => setEdits((before) => ({ ...before, ...change })),
    bar: { save, discard, busy: sending.busy, open: dirty },
    answered: sending.answered,
    leave: () => (leavesRef.current = true),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const goneIn = (draft: RuleDraft, gone: readonly Misnamed[]): Faults =>
  Object.fromEntries(
    gone.map(({ field, why }) => [fieldAt(ruleOfDraft(draft), field.split(".")), { code: why }]),
  );
