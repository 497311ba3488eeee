import express, { type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import { sendAsShopper, type ShopperMailOutcome } from "../mail/send-as-shopper.ts";
import { shopOf } from "./shop-of.ts";
import { welcomeMail } from "./welcome-mail.ts";
import { asyncRoute } from "../pages/async-route.ts";

const letter = z.object({
  from: z.email(),
  fromName: z.string().optional(),
  to: z.email().optional(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  messageId: z.string().optional(),
  smtp: z.object({ host: z.string(), port: z.number().int() }).optional(),
});

const behaviour = z.object({
  onRcpt: z.object({ code: z.number().int(), message: z.string() }).optional(),
  onData: z.enum(["accept", "defer", "reject", "drop-after-dot", "hang-after-dot"]).optional(),
  keep: z.boolean().optional(),
  match: z.string().optional(),
  times: z.number().int().min(0).optional(),
});

/** `POST /control/mail`, `POST /control/mail/welcome`, `PUT /control/mail/behaviour`, `GET|PUT /control/settings`. */
export function mailControls(context: DevstoreContext): Router {
  const router = express.Router();
  router.post(
    "/control/mail",
    asyncRoute(async (request, response) => {
      answer(response, await sendAsShopper(context, withoutAbsent(letter.parse(request.body))));
    }),
  );
  router.post(
    "/control/mail/welcome",
    asyncRoute(async (request, response) => {
      const results = [];
      for (const mail of welcomeMail(shopOf(context, request), context.now())) {
        results.push({ from: mail.from, subject: mail.subject, ...(await sendAsShopper(context, mail)) });
      }
      response.json({ items: results });
    }),
  );
  router.put("/control/mail/behaviour", (request, response) => {
    context.mail.setBehaviour(withoutAbsent(behaviour.parse(request.body ?? {})));
    response.json(context.mail.behaviour());
  });
  router.get("/control/settings", (_request, response) => void response.json(context.store.settings()));
  router.put("/control/settings", (request, response) => {
    const given = z.object({ inboundAddress: z.email().optional() }).parse(request.body ?? {});
    Object.assign(context.store.settings(), given);
    context.store.changed();
    response.json(context.store.settings());
  });
  return router;
}

function answer(response: Response, outcome: ShopperMailOutcome): void {
  if (outcome.outcome === "accepted") return void response.status(202).json(outcome);
  const status = outcome.outcome === "nowhere" ? 409 : 502;
  response.status(status).json({ error: { message: outcome.detail }, ...outcome });
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(given: T): Present<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;
}
