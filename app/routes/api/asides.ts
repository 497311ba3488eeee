import { z } from "zod";
import { writeAside } from "#app/care/review/side/write-aside.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const id = z.string().regex(/^[\w-]{1,64}$/u);
const body = z.strictObject({
  askId: id,
  asideId: id.nullish(),
  to: z.strictObject({ name: z.string().max(200).default(""), address: z.string().max(320) }),
  subject: z.string().max(300),
  text: z.string().max(50_000),
  told: z.array(z.string().max(200)).max(200).default([]),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id: parentId }) => {
    const { asideId, ...given } = await readJson(request, body);
    const aside = { ...given, shopId: shop.id, parentId, sideId: asideId ?? null, staff };
    const written = await writeAside({ inShop, now }, aside);
    switch (written.outcome) {
      case "approved":
        return json({ asideId: written.sideId, deliveryId: written.deliveryId }, 202);
      case "already_sent":
        return problem(
          409,
          { code: "already_sent", message: "This was sent already." },
          { body: { deliveryId: written.deliveryId } },
        );
      case "untold":
        return problem(
          422,
          {
            code: "untold",
            message: "It says of the shopper what was not chosen to be told.",
            field: "text",
          },
          { body: { facts: written.facts.map(({ id: factId, kind }) => ({ id: factId, kind })) } },
        );
      case "refused":
        return problem(422, {
          ...{ code: written.why, field: written.field, message: `This ${written.field} cannot be used.` },
        });
      case "files_refused":
        return problem(422, { code: "files_refused", message: "A file is no longer there.", field: "files" });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
