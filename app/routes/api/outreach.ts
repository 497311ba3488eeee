import { z } from "zod";
import { approveOutreach } from "#app/care/review/approve-outreach.server.ts";
import { isBlank } from "#app/care/review/compose-mail.ts";
import { declineOutreach } from "#app/care/review/decline-outreach.server.ts";
import { endSnooze } from "#app/care/review/end-snooze.server.ts";
import { snoozeOutreach } from "#app/care/review/snooze-outreach.server.ts";
import { takeBackOutreach } from "#app/care/review/take-back-outreach.server.ts";
import { newestOutreaches, shownOutreach } from "#app/desk/newest-outreaches.server.ts";
import { days } from "#app/lib/duration.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedApproval } from "#app/routes/api/refused-approval.ts";
import { resource, type Call } from "#app/routes/api/resource.server.ts";

/** The draft that was read: what took its place meanwhile is not answered unseen. */
const draftId = z
  .string()
  .regex(/^[\w-]{1,64}$/u, "Name a draft.")
  .optional();

const body = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("approve"),
    draftId,
    text: z
      .string()
      .max(50_000, "Use at most 50,000 characters.")
      .refine((text) => !isBlank(text), "Write a message.")
      .optional(),
    overrule: z.strictObject({ reason: z.string().trim().min(1, "Say why.").max(500) }).optional(),
  }),
  z.strictObject({
    decision: z.literal("decline"),
    draftId,
    reason: z.string().trim().max(500, "Use at most 500 characters.").transform(wellFormed).optional(),
    /** Not for good: it is decided anew then. */
    snoozeUntil: z.iso.datetime({ offset: true }).optional(),
  }),
  /** What was approved and has not left. */
  z.strictObject({ decision: z.literal("take_back") }),
  z.strictObject({ decision: z.literal("end_snooze") }),
]);

/** What is put off for longer is forgotten. */
const LONGEST = days(90);

/** A person's answer to what a shopper is to be told of an issue. Answers with the outreach as it is then. */
export const action = resource({
  POST: async (call) => {
    const given = await readJson(call.request, body);
    switch (given.decision) {
      case "approve":
        return approve(call, given);
      case "decline":
        return decline(call, given);
      case "take_back":
        return takeBack(call);
      case "end_snooze":
        return wake(call);
    }
  },
});
export const loader = action;

type Answer<D> = Extract<z.infer<typeof body>, { decision: D }>;

async function approve(call: Call, { draftId: read, text, overrule }: Answer<"approve">): Promise<Response> {
  const { inShop, now, shop, staff, id: issueId } = call;
  const approved = await approveOutreach(
    { inShop, now },
    { shopId: shop.id, issueId, draftId: read, text, overrule, staff },
  );
  if (approved.outcome !== "approved") return refusedApproval(approved, "outreach");
  return json({ ...(await shown(call)), deliveryId: approved.deliveryId });
}

async function decline(
  call: Call,
  { draftId: read, reason, snoozeUntil }: Answer<"decline">,
): Promise<Response> {
  const { inShop, now, shop, staff, id: issueId } = call;
  const until = snoozeUntil ? new Date(snoozeUntil) : null;
  if (until && until <= now())
    return problem(422, { code: "invalid", message: "Name a time to come.", field: "snoozeUntil" });
  if (until && until.getTime() - now().getTime() > LONGEST)
    return problem(422, { code: "invalid", message: "Name a time within 90 days.", field: "snoozeUntil" });
  const answered = until
    ? await snoozeOutreach({ inShop, now }, { shopId: shop.id, issueId, until, staff })
    : await declineOutreach({ inShop, now }, { shopId: shop.id, issueId, draftId: read, reason, staff });
  switch (answered.outcome) {
    case "declined":
    case "snoozed":
      return json(await shown(call));
    case "already_sent":
      return problem(409, { code: "already_sent", message: "This message was approved already." });
    case "stale":
      return problem(409, { code: "stale", message: "There is a newer draft of it, or will be soon." });
    case "not_found":
      return problem(404, { code: "not_found", message: "No message about this issue waits for an answer." });
  }
}

async function takeBack(call: Call): Promise<Response> {
  const { inShop, now, shop, staff, id: issueId } = call;
  const taken = await takeBackOutreach({ inShop, now }, { shopId: shop.id, issueId, staff });
  switch (taken.outcome) {
    case "taken_back":
      return json(await shown(call));
    case "already_sent":
      return problem(409, { code: "already_sent", message: "This message is being sent, or was sent." });
    case "not_found":
      return problem(404, { code: "not_found", message: "No message about this issue waits to leave." });
  }
}

async function wake(call: Call): Promise<Response> {
  const { inShop, now, shop, id: issueId } = call;
  const { outcome } = await endSnooze({ inShop, now }, { shopId: shop.id, issueId });
  return outcome === "woken" ? json(await shown(call)) : notFound("issue");
}

async function shown({ inShop, shop, id: issueId }: Call) {
  const newest = await inShop((tx) => newestOutreaches(tx, { shopId: shop.id, issueIds: [issueId] }));
  return shownOutreach(newest.get(issueId));
}
