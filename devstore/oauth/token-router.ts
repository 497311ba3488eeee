import express, { type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import type { ShopState } from "../state/model.ts";
import { checkSessionToken } from "./session-token.ts";
import { associatedUser } from "./staff.ts";
import {
  issueOfflineToken,
  issueOnlineToken,
  OFFLINE_SECONDS,
  ONLINE_SECONDS,
  REFRESH_SECONDS,
  refreshOfflineToken,
} from "./tokens.ts";

const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

const client = { client_id: z.string(), client_secret: z.string() };
const grant = z.discriminatedUnion("grant_type", [
  z.object({
    ...client,
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.enum([OFFLINE, ONLINE]).default(ONLINE),
    expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
  }),
  z.object({ ...client, grant_type: z.literal("refresh_token"), refresh_token: z.string() }),
]);

/** `POST /{shop}/admin/oauth/access_token`: token exchange and refresh. */
export function tokenRouter(context: DevstoreContext): Router {
  const router = express.Router();
  router.post(
    "/:shop/admin/oauth/access_token",
    express.json(),
    express.urlencoded({ extended: false }),
    (request, response) => {
      const shop = context.store.shop(request.params["shop"] ?? "");
      if (!shop) return void response.status(404).json({ errors: "Not Found" });
      const parsed = grant.safeParse(request.body);
      if (!parsed.success)
        return refuse(response, "invalid_request", "The request is missing a parameter or has a wrong one.");
      const given = parsed.data;
      if (given.client_id !== context.options.apiKey || given.client_secret !== context.options.apiSecret) {
        return refuse(response, "application_cannot_be_found", "The client id or secret is not known.");
      }
      if (given.grant_type === "refresh_token")
        return refresh(context, { shop, response, refreshToken: given.refresh_token });
      const check = checkSessionToken(given.subject_token, {
        ...context.options,
        shop: shop.domain,
        now: context.options.now(),
      });
      if (check.outcome === "invalid")
        return refuse(response, "invalid_subject_token", "The id token is invalid or has expired.");
      if (!shop.installed)
        return refuse(response, "app_not_installed", "The app is not installed on this shop.");
      const offline = given.requested_token_type === OFFLINE;
      const expiring =
        String(given.expiring ?? "0") === "1" || given.expiring === true || given.expiring === "true";
      if (offline) answerOffline(context, { shop, response, expiring });
      else answerOnline(context, { shop, response, user: check.user });
    },
  );
  return router;
}

function refuse(response: Response, error: string, description: string): void {
  response.status(400).json({ error, error_description: description });
}

type Answering = { shop: ShopState; response: Response };

function refresh(context: DevstoreContext, input: Answering & { refreshToken: string }): void {
  const token = input.shop.installed
    ? refreshOfflineToken(input.shop, { refreshToken: input.refreshToken, now: context.options.now() })
    : null;
  if (!token)
    return refuse(input.response, "invalid_grant", "The refresh token is invalid, expired or revoked.");
  context.store.changed();
  input.response.json(offlineAnswer(token));
}

function answerOffline(context: DevstoreContext, input: Answering & { expiring: boolean }): void {
  const token = issueOfflineToken(input.shop, { now: context.options.now(), expiring: input.expiring });
  context.store.changed();
  if (input.expiring) input.response.json(offlineAnswer(token));
  else input.response.json({ access_token: token.value, scope: token.scopes.join(",") });
}

function offlineAnswer(token: { value: string; scopes: string[]; refreshToken: string | null }) {
  return {
    access_token: token.value,
    scope: token.scopes.join(","),
    expires_in: OFFLINE_SECONDS,
    refresh_token: token.refreshToken,
    refresh_token_expires_in: REFRESH_SECONDS,
  };
}

function answerOnline(
  context: DevstoreContext,
  { shop, response, user }: Answering & { user: string },
): void {
  const token = issueOnlineToken(shop, { now: context.options.now(), user });
  const scope = token.scopes.join(",");
  context.store.changed();
  response.json({
    access_token: token.value,
    scope,
    expires_in: ONLINE_SECONDS,
    associated_user_scope: scope,
    associated_user: associatedUser(shop, user),
  });
}
