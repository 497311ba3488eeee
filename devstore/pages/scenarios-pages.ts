import express, { type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import { htmlDocument } from "./layout.ts";
import { scenariosBody } from "./scenarios/scenarios-body.ts";

/** `/scenarios`: buttons and forms over the control API. */
export function scenariosPages(context: DevstoreContext): Router {
  const router = express.Router();
  router.get("/scenarios", (request, response) => {
    const { shop } = z.object({ shop: z.string().optional() }).parse(request.query);
    const chosen = (shop && context.store.shop(shop)) || context.store.defaultShop();
    response.set("Cache-Control", "no-store").send(
      htmlDocument({
        title: "Scenarios · Dev store",
        styles: ["scenarios.css"],
        scripts: ["scenarios.js"],
        body: scenariosBody(context, chosen),
      }),
    );
  });
  return router;
}
