import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/staff.server.ts";
import { models } from "#app/wiring-models.server.ts";
import { writeDraft } from "./write-draft.server.ts";

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return writeDraft(session, await request.formData(), models);
};
