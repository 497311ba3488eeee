import type { ActionFunctionArgs } from "@remix-run/node";
import { approveReply } from "#app/care/review/approve-draft.server.ts";
import { nameMessage } from "#app/care/draft/message/name-message.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";
import { messageToSend } from "./message-to-send.ts";

/** A person sends a message that they began. JSON: what is typed stays on the screen until it is known to be there. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { inShop, keys, shop, staff, settings } = await requireStaff(request);
  const { overrule, subject, ...given } = await readJson(request, messageToSend);
  const headers = { "Cache-Control": "no-store" };
  const { conversationId } = given;
  if (subject === "") return Response.json({ outcome: "no_subject" }, { headers });
  await inShop((tx) => nameMessage(tx, keys, { conversationId, subject }));
  const approved = await approveReply(
    { inShop, now: () => new Date() },
    {
      ...{ ...given, shopId: shop.id, staff, holdFor: seconds(settings.desk.undoSeconds) },
      overrule: overrule ? { reason: overrule } : undefined,
    },
  );
  return Response.json(approved, { headers });
};
