import express, { type Router } from "express";
import { z } from "zod";
import type { DevstoreContext, WebhookKnobs } from "../context.ts";
import { asyncRoute } from "../pages/async-route.ts";

const knobs = z.object({
  hold: z.boolean().optional(),
  /** How often each delivery is sent; `true` means twice. */
  duplicate: z.union([z.boolean(), z.number().int().min(1).max(20)]).optional(),
  shuffle: z.boolean().optional(),
  loseEvery: z.number().int().min(0).optional(),
  delayMs: z.number().int().min(0).max(60_000).optional(),
});

/** `PUT /control/webhooks`, `POST /control/webhooks/flush`, `POST /control/webhooks/idle`, `GET /control/webhooks`. */
export function webhookControls(context: DevstoreContext): Router {
  const router = express.Router();
  const { webhooks } = context;
  router.put("/control/webhooks", (request, response) => {
    const { duplicate, ...given } = knobs.parse(request.body ?? {});
    const changes: Partial<WebhookKnobs> = {
      ...(given.hold !== undefined && { hold: given.hold }),
      ...(given.shuffle !== undefined && { shuffle: given.shuffle }),
      ...(given.loseEvery !== undefined && { loseEvery: given.loseEvery }),
      ...(given.delayMs !== undefined && { delayMs: given.delayMs }),
      ...(duplicate !== undefined && {
        duplicate: duplicate === true ? 2 : duplicate === false ? 1 : duplicate,
      }),
    };
    response.json(webhooks.set(changes));
  });
  router.post(
    "/control/webhooks/flush",
    asyncRoute(async (_request, response) => {
      await webhooks.flush();
      response.json({ delivered: webhooks.deliveries().filter((one) => one.status === "delivered").length });
    }),
  );
  router.post(
    "/control/webhooks/idle",
    asyncRoute(async (_request, response) => {
      await webhooks.idle();
      response.json({ idle: true });
    }),
  );
  router.get("/control/webhooks", (request, response) => {
    const { topic, status } = request.query;
    const items = webhooks
      .deliveries()
      .filter(
        (one) =>
          (typeof topic !== "string" || one.topic === topic) &&
          (typeof status !== "string" || one.status === status),
      )
      .reverse();
    response.json({ items });
  });
  return router;
}
