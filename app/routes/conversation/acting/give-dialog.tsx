import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useRef, useState } from "react";
import { bounds, instantOf } from "#app/components/acting/chosen-time.ts";
import { Dialog } from "#app/components/dialog.tsx";
import { useNow } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import { LONGEST_NOTE } from "#app/conversation/note.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import type { Say } from "#app/words/say.ts";
import type { NotActed } from "../act-on-conversation.server.ts";
import type { Acting } from "./use-acting.ts";

type How = "escalate" | "handOver";
type Given = {
  /** Which of the two; null: neither is open. */
  open: How | null;
  staff: Choices["staff"];
  me: string;
  zone: string | null;
  act: Acting["act"];
  onHide: () => void;
};

const EMPTY = { to: "", text: "", day: "", hour: "09:00" };
type Written = typeof EMPTY;
type Problem = NotActed | "unreachable" | "nobody";

/** Gives a conversation to a named person: at once, saying why; or so that they answer by a time which the shop promises. */
export function GiveDialog({ open, staff, me, zone, act, onHide }: Given) {
  const say = useWords();
  // What is said while it closes is what was said while it was open.
  const [how, setHow] = useState<How>("escalate");
  if (open && open !== how) setHow(open);
  const [written, setWritten] = useState(EMPTY);
  const asking = useAsking();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const now = useNow();
  const days = now === null ? null : bounds(now, zone);
  const day = written.day || (days?.tomorrow ?? "");
  const change = (part: Partial<Written>) => {
    asking.change();
    setWritten((before) => ({ ...before, ...part }));
    setProblem(null);
  };
  const hide = () => {
    asking.close();
    setProblem(null);
    onHide();
  };
  const give = async () => {
    const { to, text, hour } = written;
    const until = instantOf(day, hour, zone);
    if (to === "") return setProblem("nobody");
    if (how === "escalate" && text.trim() === "") return setProblem("blank");
    if (how === "handOver" && until === null) return setProblem("not_in_future");
    setBusy(true);
    const key = asking.key();
    const acted =
      how === "escalate"
        ? await act({ what: "escalate", key, to, reason: text }, "acting.escalate.done")
        : await act({ what: "hand-over", key, to, until, note: text }, "acting.handOver.done");
    setBusy(false);
    if (acted.outcome !== "done") return setProblem(acted.outcome === "refused" ? acted.why : "unreachable");
    setWritten(EMPTY);
    asking.done();
    return hide();
  };
  const at = whereOf(problem);
  const wrong = (field: string) => (problem && at === field ? say(`acting.refused.${problem}`) : undefined);
  return (
    <Dialog open={open !== null} onHide={hide}>
      <TitleBar title={say(`acting.${how}.title`)}>
        <button variant="primary" {...(busy ? { loading: "" } : {})} onClick={() => void give()}>
          {say(`acting.${how}.do`)}
        </button>
        <button onClick={hide}>{say("action.cancel")}</button>
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          {problem && at === null ? (
            <Banner tone="critical">{say(`acting.refused.${problem}`)}</Banner>
          ) : null}
          <Text as="p" tone="subdued">
            {say(`acting.${how}.about`)}
          </Text>
          <Select
            label={say("acting.give.to")}
            options={options(say, { staff, me, how })}
            value={written.to}
            onChange={(to) => change({ to })}
            error={wrong("to")}
          />
          {how === "handOver" ? (
            <FormLayout>
              <FormLayout.Group condensed>
                <TextField
                  label={say("acting.handOver.day")}
                  type="date"
                  min={days?.first}
                  max={days?.last}
                  value={day}
                  onChange={(value) => change({ day: value })}
                  error={wrong("until")}
                  autoComplete="off"
                />
                <TextField
                  label={say("acting.handOver.hour")}
                  type="time"
                  value={written.hour}
                  onChange={(hour) => change({ hour })}
                  helpText={zone === null ? undefined : say("acting.handOver.zone", { zone })}
                  autoComplete="off"
                />
              </FormLayout.Group>
            </FormLayout>
          ) : null}
          <TextField
            label={say(`acting.${how}.text`)}
            multiline={3}
            maxLength={LONGEST_NOTE}
            value={written.text}
            onChange={(text) => change({ text })}
            error={wrong("text")}
            autoComplete="off"
          />
        </BlockStack>
      </Box>
    </Dialog>
  );
}

/**
 * The key by which the same is asked for again where the answer was lost, and done once. Whoever closed the window and says something else
 * when they come back means something new.
 */
function useAsking() {
  const key = useRef<string | null>(null);
  const closed = useRef(false);
  return {
    key: () => {
      closed.current = false;
      key.current ??= crypto.randomUUID();
      return key.current;
    },
    change: () => {
      if (closed.current) key.current = null;
    },
    close: () => {
      closed.current = true;
    },
    done: () => {
      key.current = null;
    },
  };
}

/** Beside which field it is said. */
function whereOf(problem: Problem | null): "to" | "text" | "until" | null {
  if (problem === "nobody" || problem === "no_such_member") return "to";
  if (problem === "blank") return "text";
  return problem === "not_in_future" || problem === "too_far" ? "until" : null;
}

/** Nobody escalates to themselves; who gives their word may. */
function options(say: Say, { staff, me, how }: Pick<Given, "staff" | "me"> & { how: How }) {
  const others = staff.filter(({ id }) => how === "handOver" || id !== me);
  return [
    { value: "", label: say("acting.give.choose") },
    ...others.map(({ id, name, away }) => ({
      value: id,
      label: id === me ? say("acting.give.me") : away ? say("acting.give.away", { name }) : name,
    })),
  ];
}
