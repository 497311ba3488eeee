import type { ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { env } from "#app/env.server.ts";
import { logger } from "#app/lib/logger.server.ts";

const BUILD = new URL("../build/", import.meta.url);

/** The screens, the JSON API and the static files, as `npm run build` made them. Throws when there is no build. */
export async function serveScreens(from: URL = BUILD): Promise<Express> {
  // Libraries read it themselves, and unset means development to them: React would render several times slower.
  process.env["NODE_ENV"] ??= env.NODE_ENV; // oxlint-disable-line node/no-process-env
  // Imported from disk at run time: the build is not there when this file is checked.
  const build = (await import(new URL("server/index.js", from).href)) as ServerBuild;
  const client = fileURLToPath(new URL("client/", from));
  const app = express();
  app.disable("x-powered-by");
  app.set("env", "production"); // no stack traces in answers
  app.set("trust proxy", "loopback, linklocal, uniquelocal"); // TLS ends before us
  app.use((_request: Request, response: Response, next: NextFunction) => {
    addSafeHeaders(response);
    next();
  });
  app.use(compression());
  // Names under assets/ carry a hash of the content: they never change.
  app.use(
    "/assets",
    express.static(`${client}assets`, { immutable: true, maxAge: "1y", index: false, fallthrough: false }),
  );
  app.use(express.static(client, { maxAge: "1h", index: false }));
  const screens = createRequestHandler({ build, mode: "production" });
  app.all("*", (request, response, next) => void screens(request, response, next)); // it passes its errors to `next`
  app.use(failed);
  return app;
}

const SAFE = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** For answers that say nothing themselves. At the last moment, since Remix appends its headers to what is there. */
function addSafeHeaders(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    for (const [name, value] of Object.entries(SAFE))
      if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead(...args);
  }) as typeof response.writeHead;
}

/** Express knows an error handler by its four parameters. */
// oxlint-disable-next-line max-params
function failed(error: unknown, request: Request, response: Response, next: NextFunction): void {
  const status = statusOf(error);
  if (status >= 500) logger.error({ err: error, path: request.path }, "a request failed");
  if (response.headersSent) next(error);
  else
    response
      .status(status)
      .type("text/plain")
      .send(status === 404 ? "Not found" : "This request failed.");
}

function statusOf(error: unknown): number {
  const status =
    typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
  return typeof status === "number" && status >= 400 ? status : 500;
}
