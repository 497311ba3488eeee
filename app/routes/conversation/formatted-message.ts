import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { reachOr } from "#app/components/last-known.ts";
import { readInlineImages } from "#app/conversation/read-inline-images.server.ts";
import { readMessageHtml } from "#app/conversation/read-message-html.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { safeMail } from "./safe-document.server.ts";

/** One message's HTML, safe to show. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const { messageId = "" } = params;
  const read = await inShop(async (tx) => {
    const html = await readMessageHtml(tx, keys, messageId);
    return html === null ? null : { html, inline: await readInlineImages(tx, keys, messageId) };
  });
  if (!read) throw new Response("Not found", { status: 404 });
  return { outcome: "shown" as const, mail: safeMail(read.html, read.inline) };
};

/** A mail does not change, and what is shown of it stays while the connection is lost. */
export const shouldRevalidate = () => false;

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  reachOr(() => serverLoader<typeof loader>());
