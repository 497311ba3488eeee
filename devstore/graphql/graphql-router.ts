import { randomUUID } from "node:crypto";
import express, { type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import { validToken } from "../oauth/tokens.ts";
import { createRequest } from "./create-request.ts";
import { createBucket, type Bucket } from "./cost.ts";
import { createFaults, type GraphqlFault } from "./graphql-faults.ts";
import { executeRequest } from "./execute-request.ts";
import { API_VERSION, adminSchema } from "./schema.ts";
import { asyncRoute } from "../pages/async-route.ts";

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type GraphqlKnobs = {
  /** Empties a shop's bucket, so that the next request is throttled. */
  drain: (shop: string) => void;
  /** Puts the shop on another plan, with a full bucket. */
  plan: (shop: string, pointsPerSecond: number) => void;
  /** What goes wrong with a shop's next requests; null mends it. */
  fail: (shop: string, fault: GraphqlFault | null) => void;
};

/** `POST /{shop}/admin/api/2026-10/graphql.json`. */
export function graphqlRouter(context: DevstoreContext): { router: Router; knobs: GraphqlKnobs } {
  const router = express.Router();
  const buckets = new Map<string, Bucket>();
  const faults = createFaults();
  const bucketOf = (domain: string) => {
    const known = buckets.get(domain) ?? createBucket(context.options.now);
    buckets.set(domain, known);
    return known;
  };
  router.post(
    "/:shop/admin/api/:version/graphql.json",
    express.json({ limit: "5mb" }),
    asyncRoute(async (request, response) => {
      const shop = context.store.shop(request.params["shop"] ?? "");
      if (!shop || request.params["version"] !== API_VERSION)
        return void response.status(404).json({ errors: "Not Found" });
      response.set({ "x-request-id": randomUUID(), "x-shopify-api-version": API_VERSION });
      const token = validToken(shop, {
        value: request.get("x-shopify-access-token") ?? "",
        now: context.options.now(),
      });
      if (!token) return unauthorized(response);
      token.used = true;
      if (faults.answer(shop.domain, { request, response })) return;
      const asked = body.safeParse(request.body);
      if (!asked.success)
        return void response.status(400).json({ errors: { query: "Required parameter missing or invalid" } });
      const answer = await executeRequest(
        createRequest(context, shop),
        {
          query: asked.data.query,
          variables: asked.data.variables ?? {},
          operationName: asked.data.operationName ?? null,
        },
        bucketOf(shop.domain),
      );
      response.json(answer);
    }),
  );
  router.all(
    "/:shop/admin/api/*",
    (_request, response) => void response.status(404).json({ errors: "Not Found" }),
  );
  return {
    router,
    knobs: {
      drain: (domain) => bucketOf(domain).drain(),
      plan: (domain, pointsPerSecond) => bucketOf(domain).plan(pointsPerSecond),
      fail: faults.set,
    },
  };
}

/** Builds the schema before the first request needs it. */
export function warmGraphql(): void {
  adminSchema();
}

function unauthorized(response: Response): void {
  response
    .status(401)
    .json({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
}
