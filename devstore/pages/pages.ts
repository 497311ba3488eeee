import { readFileSync } from "node:fs";
import { join } from "node:path";
import express, { type Router } from "express";
import type { DevstoreContext } from "../context.ts";
import { adminPages } from "./admin-pages.ts";
import { mailboxPages } from "./mailbox-pages.ts";
import { scenariosPages } from "./scenarios-pages.ts";
import { storefrontPages } from "./storefront-pages.ts";

const assets = join(import.meta.dirname, "assets");
const bridge = join(import.meta.dirname, "app-bridge");

/** Everything a person looks at: admin, mailbox, storefront, scenarios; their assets; and the App Bridge stand-in. */
export function pages(context: DevstoreContext): Router {
  const router = express.Router();
  const appBridge = ["app-bridge.js", "app-bridge-elements.js"]
    .map((name) => readFileSync(join(bridge, name), "utf8"))
    .join("\n");

  router.use("/devstore-assets", express.static(assets, { maxAge: 0 }));
  router.get("/app-bridge.js", (_request, response) => {
    response
      .set({ "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*" })
      .type("text/javascript")
      .send(appBridge);
  });
  router.get("/", (_request, response) => {
    response.redirect(`/store/${context.store.defaultShop().handle}`);
  });
  router.use(adminPages(context));
  router.use(mailboxPages(context));
  router.use(storefrontPages(context));
  router.use(scenariosPages(context));
  return router;
}
