import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { beginMessage } from "#app/care/draft/message/begin-message.server.ts";
import { showMessage } from "#app/desk/show-message.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const id = z.string().regex(/^[\w-]{1,64}$/u);
const body = z.strictObject({
  conversationId: id.nullish(),
  to: z.strictObject({ name: z.string().trim().max(200).default(""), address: z.string().trim().max(320) }),
  orderId: id.nullish(),
  subject: z.string().trim().min(1, "Write a subject.").max(300),
  language: z.enum(composedLanguages),
  from: z.enum(["order", "hand"]).default("hand"),
});
const WHY = {
  empty: "This is needed.",
  address: "No mail can go to this address.",
  suppressed: "The address takes no mail.",
  erased: "The person's data was erased at their request.",
  unknown_order: "There is no such order.",
  other_address: "The order has another address: nothing of it can be told to this one.",
};

/** Begins a message; it is sent as a draft of any conversation is. */
export const action = resource({
  POST: async ({ request, inShop, keys, now, shop }) => {
    const { conversationId = null, orderId = null, ...given } = await readJson(request, body);
    const begun = await beginMessage({ inShop, now }, { ...given, conversationId, orderId, shopId: shop.id });
    switch (begun.outcome) {
      case "begun":
        return json(await inShop((tx) => showMessage(tx, keys, begun.conversationId)), 201);
      case "refused":
        return problem(422, { code: begun.why, message: WHY[begun.why], field: begun.field });
      case "sent":
        return problem(409, { code: "already_sent", message: "This message was sent already." });
      case "not_found":
        return notFound("message");
    }
  },
});
export const loader = action;
