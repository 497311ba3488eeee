// npm run demo: the whole of Attune on this machine, with nothing to set up. Plain JavaScript for any Node ≥ 20.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readOptions, stop } from "./demo/options.mjs";
import { supervisor } from "./demo/supervise.mjs";
import { isFree } from "./free-port.mjs";
import { childEnv, pinnedNode, prepare, root } from "./prepare.mjs";

const SHOP = "attune-demo.myshopify.com";

/** Waiting longer does not help. */
class Fatal extends Error {}

const options = readOptions(process.argv.slice(2));
const dataDir = path.resolve(root, options.data);
const demoFile = path.join(dataDir, "demo.json");
const say = (line) => process.stdout.write(`${line}\n`);

if (options.fresh && process.env.DATABASE_URL) {
  stop(
    "--fresh deletes only .data/, and DATABASE_URL names a database elsewhere: empty that one yourself, or unset DATABASE_URL.",
  );
}
if (options.fresh && options.data !== ".data") {
  stop("--fresh deletes only .data/: delete the folder of --data yourself.");
}
prepare({ build: true });
await refuseSecond();
if (options.fresh) rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true, mode: 0o755 });
const ports = await takePorts(options.port);
const secrets = readSecrets();
const { startEmbeddedPostgres } = await import("./embedded-postgres.mjs");
const processes = supervisor({ dataDir, say });
let database = null;
let ending = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));

try {
  await start();
} catch (error) {
  process.stderr.write(
    `The demo could not start: ${error.message}\nLogs are in ${path.join(dataDir, "logs")}.\n`,
  );
  await end(1);
}

async function start() {
  say("Starting the database …");
  if (!process.env.DATABASE_URL) {
    database = await startEmbeddedPostgres({ dataDir: path.join(dataDir, "postgres"), say });
    void database.exited.then((code) => {
      if (ending) return;
      say(
        `The database ended by itself (${code}); stopping the demo. Start it again to go on with its data.`,
      );
      void end(1);
    });
  }
  const env = environment(process.env.DATABASE_URL ?? database.url);
  const migrated = spawnSync(pinnedNode, ["scripts/migrate.ts"], {
    cwd: root,
    env: childEnv(env),
    encoding: "utf8",
  });
  if (migrated.status !== 0) throw new Error(`the migrations failed:\n${migrated.stdout}${migrated.stderr}`);

  say("Starting the dev store, the app and its worker …");
  const firstTime = !existsSync(path.join(dataDir, "devstore", "store.json"));
  processes.keep("devstore", { args: ["devstore/main.ts", ...devstoreArguments(env)], env });
  const watching = options.watch ? ["--watch", "--watch-preserve-output"] : [];
  processes.keep("web", { args: [...watching, "app/entry.web.ts"], env });
  processes.keep("worker", { args: [...watching, "app/entry.worker.ts"], env });
  if (options.watch) processes.keep("screens", { args: ["scripts/demo/rebuild.mjs"], env, onLine: say });
  await until("the dev store answers", async () => (await fetch(`${env.DEVSTORE_ORIGIN}/control/state`)).ok);
  await until("the app is ready", async () => (await fetch(`${env.SHOPIFY_APP_URL}/readyz`)).ok);

  say("Opening the app in the store and mirroring its data …");
  await control(env, "/control/install", {});
  const health = await until("the backfill is done", async () => {
    const answer = await shopHealth(env);
    if (answer.backfill?.state === "failed")
      throw new Fatal("the backfill failed; see logs/worker.log in the data folder");
    return answer.backfill?.state === "done" ? answer : null;
  });
  await control(env, "/control/settings", { inboundAddress: health.inboundAddress });
  // Who starts the demo with a key of their own means it to be used.
  if (process.env.ANTHROPIC_API_KEY) {
    await api(env, "settings", { method: "PUT", body: JSON.stringify({ modelAccepted: true }) });
  }
  if (firstTime) await control(env, "/control/mail/welcome", {});
  finish(env, health.inboundAddress);
}

function environment(databaseUrl) {
  const appUrl = `http://127.0.0.1:${ports.web}`;
  const devstore = `http://127.0.0.1:${ports.devstore}`;
  return {
    NODE_ENV: "development",
    PORT: String(ports.web),
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: secrets.apiKey,
    SHOPIFY_API_SECRET: secrets.apiSecret,
    SHOPIFY_APP_URL: appUrl,
    ENCRYPTION_KEY: secrets.encryptionKey,
    INBOUND_DOMAIN: process.env.INBOUND_DOMAIN ?? "inbound.attune.localhost",
    INBOUND_TOKEN: secrets.inboundToken,
    INBOUND_SMTP_PORT: String(ports.inboundSmtp),
    SMTP_URL: process.env.SMTP_URL ?? `smtp://127.0.0.1:${ports.mailbox}`,
    MAIL_FROM: process.env.MAIL_FROM ?? "care@fernweh-supply.example",
    DEVSTORE_ORIGIN: devstore,
    APP_BRIDGE_URL: `${devstore}/app-bridge.js`,
  };
}

function devstoreArguments(env) {
  const given = {
    port: ports.devstore,
    "data-dir": path.join(dataDir, "devstore"),
    "app-url": env.SHOPIFY_APP_URL,
    "api-key": env.SHOPIFY_API_KEY,
    "api-secret": env.SHOPIFY_API_SECRET,
    "smtp-port": ports.mailbox,
    "inbound-url": `${env.SHOPIFY_APP_URL}/inbound/email`,
    "inbound-token": env.INBOUND_TOKEN,
  };
  // In one word each: a random token may begin with a dash.
  return Object.entries(given).map(([name, value]) => `--${name}=${value}`);
}

/** Kept between starts: what was sealed and signed yesterday must open today. */
function readSecrets() {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const made = {
    apiKey: randomBytes(16).toString("hex"),
    apiSecret: `shpss_${randomBytes(16).toString("hex")}`,
    encryptionKey: randomBytes(32).toString("base64"),
    inboundToken: randomBytes(24).toString("base64url"),
  };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function takePorts(first) {
  const wanted = { web: first, devstore: first + 1, mailbox: first + 2, inboundSmtp: first + 3 };
  for (const port of Object.values(wanted)) {
    if (!(await isFree(port)))
      stop(`Port ${port} is taken by another program. Choose others: npm run demo -- --port ${first + 100}`);
  }
  return wanted;
}

/** Two demos of one checkout would share .data/. */
async function refuseSecond() {
  if (!existsSync(demoFile)) return;
  const { appUrl } = JSON.parse(readFileSync(demoFile, "utf8"));
  const running = await fetch(`${appUrl}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (running)
    stop(`This checkout's demo is running already: ${appUrl}. Stop it first (Ctrl-C in its terminal).`);
  rmSync(demoFile, { force: true });
}

/** A call to the dev store's control API: POST, except for settings. */
async function control(env, to, body) {
  const answer = await fetch(`${env.DEVSTORE_ORIGIN}${to}`, {
    method: to === "/control/settings" ? "PUT" : "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the dev store answered ${answer.status} to ${to}: ${await answer.text()}`);
  return answer.json();
}

async function shopHealth(env) {
  const answer = await api(env, "health/shop");
  return answer.ok ? answer.json() : {};
}

/** A call to the app's JSON API by the store's staff. */
async function api(env, to, init = {}) {
  const session = await fetch(`${env.DEVSTORE_ORIGIN}/control/session-token?shop=${SHOP}`).then((answer) =>
    answer.json(),
  );
  return fetch(`${env.SHOPIFY_APP_URL}/api/${to}`, {
    ...init,
    headers: { authorization: `Bearer ${session.token}`, "content-type": "application/json" },
  });
}

/** Waits until `look` answers something, for at most two minutes. */
async function until(what, look) {
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (ending) return new Promise(() => {});
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      if (error instanceof Fatal) throw error;
    }
    if (Date.now() > deadline) throw new Error(`waited two minutes until ${what}`);
    await new Promise((next) => setTimeout(next, 150));
  }
}

function finish(env, inboundAddress) {
  const devstoreUrl = env.DEVSTORE_ORIGIN;
  const handle = SHOP.replace(".myshopify.com", "");
  const made = {
    appUrl: env.SHOPIFY_APP_URL,
    devstoreUrl,
    adminUrl: `${devstoreUrl}/store/${handle}/apps/${env.SHOPIFY_API_KEY}`,
    mailboxUrl: `${devstoreUrl}/mailbox`,
    shop: SHOP,
    apiKey: env.SHOPIFY_API_KEY,
    apiSecret: env.SHOPIFY_API_SECRET,
    inboundAddress,
    inboundToken: env.INBOUND_TOKEN,
    inboundSmtpPort: ports.inboundSmtp,
    databaseUrl: env.DATABASE_URL,
    redisUrl: process.env.REDIS_URL ?? null,
  };
  writeFileSync(`${demoFile}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${demoFile}.new`, demoFile);
  say(`
Attune is running.

  Admin       ${made.adminUrl}
  Storefront  ${devstoreUrl}/storefront
  Mailbox     ${made.mailboxUrl}
  Scenarios   ${devstoreUrl}/scenarios
  Shop        ${SHOP}
  Mail to     ${inboundAddress}

Ctrl-C stops everything; the data stays (npm run demo -- --fresh starts over).`);
}

async function end(code) {
  if (ending) return;
  ending = true;
  say("\nStopping …");
  rmSync(demoFile, { force: true });
  await processes.stopAll();
  await database?.stop();
  process.exit(code);
}
