import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { closeAside } from "#app/care/review/side/close-aside.server.ts";
import { writeAside } from "#app/care/review/side/write-aside.server.ts";
import { showTellable } from "#app/desk/show-tellable.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";

const id = z.string().min(1).max(64);
const body = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("write"),
    sideId: id.nullable(),
    askId: id,
    to: z.strictObject({ name: z.string().max(200), address: z.string().max(320) }),
    subject: z.string().max(300),
    text: z.string().max(50_000),
    told: z.array(z.string().max(200)).max(200),
  }),
  z.strictObject({ act: z.literal("close"), sideId: id, as: z.enum(["closed", "open"]) }),
]);

/** What a third party could be told. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const facts = await inShop((tx) => showTellable(tx, keys, params["conversationId"] ?? ""));
  if (!facts) throw new Response("Not found", { status: 404 });
  return Response.json(facts, { headers: { "Cache-Control": "no-store" } });
};

/** Writes to a third party, or closes what was written. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, shop, staff, settings } = await requireStaff(request);
  const parentId = params["conversationId"] ?? "";
  const deps = { inShop, now: () => new Date() };
  const { act, ...given } = await readJson(request, body);
  if ("as" in given) {
    const closed = await closeAside(deps, { parentId, ...given });
    return answer({ outcome: closed ? act : "not_found" });
  }
  const holdFor = seconds(settings.desk.undoSeconds);
  return answer(await writeAside(deps, { ...given, shopId: shop.id, parentId, staff, holdFor }));
};

const answer = (said: object) => Response.json(said, { headers: { "Cache-Control": "no-store" } });
