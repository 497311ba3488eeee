import { useRef, useState } from "react";
import type { BulkMessage, BulkOutcome, BulkPlan } from "#app/desk/issue-shapes.ts";

/** So many are asked about, and approved, by one request: each tells how far it is. */
const AT_ONCE = 10;

export type Bulk = {
  state: "idle" | "planning" | "asking" | "approving" | "done" | "lost";
  plan: BulkPlan | null;
  outcomes: BulkOutcome[];
  /** How many are to be approved in all. */
  total: number;
};

const IDLE: Bulk = { state: "idle", plan: null, outcomes: [], total: 0 };

/**
 * Approves many messages: first what would become of them is asked and shown, then they are approved some at a time. What was
 * approved stays so when the connection breaks, and going on repeats nothing.
 */
export function useBulk(incidentId: string, onChanged: () => void) {
  const [bulk, setBulk] = useState(IDLE);
  const busy = useRef(false);
  const once = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await work();
    busy.current = false;
  };
  const plan = (messages: BulkMessage[]) =>
    once(async () => {
      setBulk({ ...IDLE, state: "planning", total: messages.length });
      let plan: BulkPlan = { now: 0, later: null, blocked: [] };
      for (const some of inParts(messages)) {
        const said = await ask<BulkPlan>(`/issues/incidents/${incidentId}/plan`, { messages: some });
        if (!said) return setBulk({ ...IDLE, state: "lost", total: messages.length });
        plan = joined(plan, said);
      }
      setBulk({ ...IDLE, state: "asking", plan, total: messages.length });
    });
  const approve = (messages: BulkMessage[]) =>
    once(async () => {
      // What was approved before the connection was lost is counted with the rest.
      let outcomes = bulk.state === "lost" ? bulk.outcomes : [];
      const total = outcomes.length + messages.length;
      setBulk((before) => ({ ...before, state: "approving", outcomes, total }));
      for (const some of inParts(messages)) {
        const said = await ask<BulkOutcome[]>(`/issues/incidents/${incidentId}/approve`, { messages: some });
        if (!said) {
          setBulk((before) => ({ ...before, state: "lost" }));
          onChanged();
          return;
        }
        outcomes = [...outcomes, ...said];
        setBulk((before) => ({ ...before, outcomes }));
      }
      setBulk((before) => ({ ...before, state: "done" }));
      onChanged();
    });
  return {
    bulk,
    plan: (messages: BulkMessage[]) => void plan(messages),
    approve: (messages: BulkMessage[]) => void approve(messages),
    close: () => setBulk((before) => (before.state === "asking" ? IDLE : before)),
    dismiss: () => setBulk(IDLE),
  };
}

function inParts(messages: BulkMessage[]): BulkMessage[][] {
  const parts: BulkMessage[][] = [];
  for (let from = 0; from < messages.length; from += AT_ONCE)
    parts.push(messages.slice(from, from + AT_ONCE));
  return parts;
}

function joined(one: BulkPlan, other: BulkPlan): BulkPlan {
  const later = [one.later, other.later].filter((part) => part !== null);
  return {
    now: one.now + other.now,
    later:
      later.length > 0
        ? {
            count: later.reduce((sum, { count }) => sum + count, 0),
            until:
              later
                .map(({ until }) => until)
                .toSorted()
                .at(-1) ?? "",
          }
        : null,
    blocked: [...one.blocked, ...other.blocked],
  };
}

/** Null when nobody answered, or not with what was asked. */
async function ask<T>(address: string, body: unknown): Promise<T | null> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) return null;
    const said: T = await answer.json();
    return said;
  } catch {
    return null;
  }
}
