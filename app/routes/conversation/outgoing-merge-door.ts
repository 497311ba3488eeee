import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { mergeConversations } from "#app/care/review/merge/merge-conversations.server.ts";
import { splitConversation } from "#app/care/review/merge/split-conversation.server.ts";
import { unsplitConversation } from "#app/care/review/merge/unsplit-conversation.server.ts";
import { unmergeConversations } from "#app/care/review/merge/unmerge-conversations.server.ts";
import { listMergeable } from "#app/desk/list-mergeable.server.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

const id = z.string().min(1).max(64);
const body = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("merge"), fromId: id, otherContact: z.boolean().optional() }),
  z.strictObject({ act: z.literal("unmerge"), mergeId: id }),
  z.strictObject({ act: z.literal("unsplit"), fromId: id }),
  z.strictObject({ act: z.literal("split"), messageIds: z.array(id).min(1).max(200) }),
]);

/** What could be put into this conversation. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const found = await listMergeable(
    { inShop, keys, now: () => new Date() },
    { conversationId: params["conversationId"] ?? "", q: new URL(request.url).searchParams.get("q") ?? "" },
  );
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
};

/** Puts together, puts back and takes apart. Whether two addresses are one person is a lead's to say. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  const { inShop, shop, staff } = session;
  const { conversationId = "" } = params;
  const deps = { inShop, now: () => new Date() };
  const place = { shopId: shop.id, staff };
  const given = await readJson(request, body);
  switch (given.act) {
    case "merge": {
      const { fromId, otherContact } = given;
      if (otherContact) requireRole(session, "triage");
      return answer(
        await mergeConversations(deps, { ...place, intoId: conversationId, fromId, otherContact }),
      );
    }
    case "unmerge":
      return answer(await unmergeConversations(deps, { ...place, mergeId: given.mergeId }));
    case "unsplit":
      return answer(
        await unsplitConversation(deps, { ...place, intoId: conversationId, fromId: given.fromId }),
      );
    case "split":
      return answer(
        await splitConversation(deps, { ...place, conversationId, messageIds: given.messageIds }),
      );
  }
};

const answer = (body: object) => Response.json(body, { headers: { "Cache-Control": "no-store" } });
