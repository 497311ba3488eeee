import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { ZodError } from "zod";
import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import type { GraphqlKnobs } from "../graphql/graphql-router.ts";
import { customerControls } from "./customer-controls.ts";
import { historyControls } from "./history-controls.ts";
import { mailControls } from "./mail-controls.ts";
import { orderControls } from "./order-controls.ts";
import { shopControls } from "./shop-controls.ts";
import { webhookControls } from "./webhook-controls.ts";

/** `/control/*`: makes things happen in the store. For the scenarios panel, the demo script and tests; nothing of Shopify's. */
export function controlRouter(context: DevstoreContext, knobs: GraphqlKnobs): Router {
  const router = express.Router();
  router.use("/control", express.json({ limit: "10mb" }));
  for (const controls of [orderControls, customerControls, mailControls, webhookControls, historyControls])
    router.use(controls(context));
  router.use(shopControls(context, knobs));
  router.use(
    "/control",
    (_request, response) =>
      void response.status(404).json({ error: { message: "There is no such control." } }),
  );
  router.use("/control", answerError);
  return router;
}

// Express knows an error handler by its four parameters.
// oxlint-disable-next-line max-params
function answerError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof RefusedChange) {
    const status = error.field === "id" ? 404 : 409;
    response
      .status(status)
      .json({ error: { message: error.message, ...(error.field && { field: error.field }) } });
  } else if (error instanceof ZodError) {
    const issue = error.issues[0];
    response
      .status(400)
      .json({ error: { message: issue?.message ?? "bad input", field: issue?.path.join(".") } });
  } else if (error instanceof SyntaxError || isClientError(error)) {
    response.status(400).json({ error: { message: error.message } });
  } else {
    next(error);
  }
}

function isClientError(error: unknown): error is Error {
  return (
    error instanceof Error && "status" in error && typeof error.status === "number" && error.status < 500
  );
}
