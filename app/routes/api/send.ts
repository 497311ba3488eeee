import { z } from "zod";
import { approveReply } from "#app/care/review/approve-draft.server.ts";
import { isBlank } from "#app/care/review/compose-mail.ts";
import { json, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedApproval } from "#app/routes/api/refused-approval.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  draftId: z.string().regex(/^[\w-]{1,64}$/u, "Name a draft."),
  text: z
    .string()
    .max(50_000, "Use at most 50,000 characters.")
    .refine((text) => !isBlank(text), "Write a reply.")
    .optional(),
  cc: z
    .array(z.strictObject({ name: z.string().max(200).default(""), address: z.string().max(320) }))
    .max(10, "Use at most ten copies.")
    .optional(),
  files: z
    .array(z.string().regex(/^[\w-]{1,64}$/u))
    .max(10)
    .optional(),
  overrule: z.strictObject({ reason: z.string().trim().min(1, "Say why.").max(500) }).optional(),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const { cc: copies, ...given } = await readJson(request, body);
    const approved = await approveReply(
      { inShop, now },
      { shopId: shop.id, conversationId: id, staff, copies, ...given },
    );
    if (approved.outcome === "copy_refused")
      return problem(422, {
        ...{ code: approved.why, field: "cc" },
        message: `No copy can go to ${approved.address || "this address"}.`,
      });
    if (approved.outcome === "files_refused")
      return problem(422, {
        ...{ code: approved.why, field: "files" },
        message: "A file is no longer there, or all of them are too large.",
      });
    return approved.outcome === "approved"
      ? json({ deliveryId: approved.deliveryId }, 202)
      : refusedApproval(approved, "draft");
  },
});
export const loader = action;
