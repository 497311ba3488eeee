import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { installApp } from "./changes/change-shop.ts";
import { createClock } from "./clock.ts";
import type { DevstoreContext } from "./context.ts";
import { controlRouter } from "./control/control-router.ts";
import { bulkRouter } from "./graphql/bulk/bulk-files.ts";
import { abandonRunning, failAbandoned } from "./graphql/bulk/run-bulk-operation.ts";
import { graphqlRouter, warmGraphql } from "./graphql/graphql-router.ts";
import { startMailSink } from "./mail/mail-sink.ts";
import { overHttp } from "./mail/send-as-shopper.ts";
import { listensToAll, readManifest } from "./manifest.ts";
import { signedAppUrl } from "./oauth/embedded-url.ts";
import { mintSessionToken } from "./oauth/session-token.ts";
import { STAFF } from "./oauth/staff.ts";
import { tokenRouter } from "./oauth/token-router.ts";
import { completeOptions, type StartOptions } from "./options.ts";
import { pages } from "./pages/pages.ts";
import { demoShop, seedShop } from "./seed/seed-shop.ts";
import { openStore } from "./state/store.ts";
import { createWebhooks } from "./webhooks/emitter.ts";

export type Devstore = {
  url: string;
  smtpPort: number;
  context: DevstoreContext;
  close: () => Promise<void>;
};

/** Starts the dev store and resolves once it listens. `close()` writes its state. Rejects when a port is taken or the toml is bad. */
export async function startDevstore(given: StartOptions): Promise<Devstore> {
  const options = completeOptions(given);
  const clock = createClock(options.now);
  const manifest = readManifest(options.toml, listensToAll);
  const store = openStore({
    dataDir: options.dataDir,
    seed: () => [seedShop({ ...demoShop, now: clock.now() })],
  });
  for (const shop of store.shops()) failAbandoned(shop.bulkOperations, clock.now());
  const webhooks = createWebhooks({ options, manifest, now: clock.now });
  const mail = await startMailSink({
    port: options.smtpPort,
    host: options.host,
    now: clock.now,
    ...(options.dataDir && { dataDir: options.dataDir }),
    // What goes to the domain of the app's inbound addresses is its provider's to hand over.
    onTaken(raw, recipients) {
      const domain = store.settings().inboundAddress?.split("@")[1];
      for (const to of recipients)
        if (domain && to.toLowerCase().endsWith(`@${domain}`)) void overHttp({ options }, { raw, to });
    },
  });
  let url = "";
  const sessionToken: DevstoreContext["sessionToken"] = ({ shop, user, ttlSeconds }) =>
    mintSessionToken({ ...options, shop, user: user ?? STAFF, now: options.now(), ttlSeconds });
  const context: DevstoreContext = {
    options,
    manifest,
    store,
    webhooks,
    mail,
    now: clock.now,
    clock,
    url: () => url,
    sessionToken,
    embeddedUrl: ({ shop: domain, user, path, locale }) => {
      const shop = store.shop(domain);
      if (!shop) throw new Error(`there is no shop ${domain}`);
      installApp(context, shop);
      const token = sessionToken({ shop: domain, ...(user && { user }) });
      const { handle } = shop;
      return signedAppUrl({ ...options, now: options.now(), shop: domain, handle, token, path, locale });
    },
  };
  warmGraphql();
  const server = await listen(application(context), options);
  const { port } = server.address() as AddressInfo;
  url = `http://${options.host === "0.0.0.0" ? "127.0.0.1" : options.host}:${port}`;
  await store.flush();
  return {
    url,
    smtpPort: mail.port,
    context,
    close: async () => {
      await closeServer(server);
      await Promise.all([webhooks.close(), mail.close()]);
      await store.close();
      for (const shop of store.shops()) abandonRunning(shop.bulkOperations);
    },
  };
}

function application(context: DevstoreContext): express.Express {
  const app = express();
  app.disable("x-powered-by");
  const graphql = graphqlRouter(context);
  app.use(tokenRouter(context));
  app.use(graphql.router);
  app.use(bulkRouter(context));
  app.use(controlRouter(context, graphql.knobs));
  app.use(pages(context));
  return app;
}

function listen(app: express.Express, { port, host }: { port: number; host: string }): Promise<Server> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
