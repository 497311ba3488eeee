/** What was set aside: a recorded webhook, a recorded message, or a job that gave up. */
export const deadKinds = ["webhook", "message", "job"] as const;
export type DeadKind = (typeof deadKinds)[number];

/**
 * One thing that was acknowledged and could not be done. `id` is its row's, `what` a topic, a channel or a job's name, `reason`
 * words of ours without personal data.
 */
export type DeadLetter = {
  kind: DeadKind;
  id: string;
  shopDomain: string | null;
  what: string;
  at: Date;
  reason: string;
  attempts: number | null;
};

export type DeadLetterRef = { kind: DeadKind; id: string };

/** `webhook:3f0c…`: how a screen and a command name one. */
export const refOf = ({ kind, id }: DeadLetterRef): string => `${kind}:${id}`;

const JOB_ID = /^\d{1,18}$/;
const ROW_ID = /^[0-9a-f-]{36}$/;

/** Reads a name back; null when it names nothing that could be there. */
export function parseRef(text: string): DeadLetterRef | null {
  const [kind, id, ...rest] = text.split(":");
  const known = deadKinds.find((one) => one === kind);
  if (!known || id === undefined || rest.length > 0) return null;
  return (known === "job" ? JOB_ID : ROW_ID).test(id) ? { kind: known, id } : null;
}

/** The ids of one kind among several. */
export const idsOf = (refs: readonly DeadLetterRef[], kind: DeadKind): string[] =>
  refs.flatMap((one) => (one.kind === kind ? [one.id] : []));
