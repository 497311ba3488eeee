import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { MOST_BYTES } from "#app/care/review/files/file-limits.ts";
import { keepFile } from "#app/care/review/files/keep-file.server.ts";
import { removeFile } from "#app/care/review/files/remove-file.server.ts";
import { readBytes } from "#app/routes/api/read-bytes.ts";
import { requireStaff } from "#app/staff.server.ts";

/**
 * A file that a person puts into a reply, its bytes as the body and its name in the address; or takes out again. JSON: the editor asks by
 * itself. `id`: made by the editor, so that a file whose answer was lost is kept once.
 */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, shop, staff } = await requireStaff(request);
  const { conversationId = "" } = params;
  const query = new URL(request.url).searchParams;
  if (request.method === "DELETE") {
    const removed = await removeFile(inShop, { conversationId, fileId: query.get("file") ?? "" });
    return answer({ outcome: removed ? "removed" : "not_found" });
  }
  const bytes = await readBytes(request, MOST_BYTES);
  if (!bytes) return answer({ outcome: "refused", why: "too_large" });
  const name = (query.get("name") ?? "").slice(0, 1_000);
  const id = z.uuid().safeParse(query.get("id")).data;
  const given = { id, shopId: shop.id, conversationId, name, bytes, staff };
  return answer(await keepFile({ inShop, now: () => new Date() }, given));
};

const answer = (body: object) => Response.json(body, { headers: { "Cache-Control": "no-store" } });
