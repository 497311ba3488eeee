import { Transform } from "node:stream";
import type { EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { logger } from "#app/lib/logger.server.ts";
import { addDocumentHeaders } from "#app/shopify.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { provideCatalogues } from "#app/words/catalogues.server.ts";

provideCatalogues();

export const streamTimeout = seconds(10);

/**
 * React 18 fills the end of a chunk with NUL where the next character has no room in it, and browsers show those as "\ufffd"
 * (https://github.com/facebook/react/issues/24985). No page of ours holds one of its own.
 */
const withoutNuls = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });

// oxlint-disable-next-line max-params -- the signature is Remix's
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  addDocumentHeaders(request, headers);
  return new Promise((resolve, reject) => {
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = withoutNuls();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
        pipe(body);
      },
      onShellError: reject,
      onError(err) {
        answered = 500;
        logger.error({ err }, "a screen could not be rendered");
      },
    });
    setTimeout(abort, streamTimeout + seconds(1)).unref();
  });
}
