import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { reachOr } from "#app/components/last-known.ts";
import { readMessageHtml } from "#app/conversation/read-message-html.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { safeMail } from "./safe-document.server.ts";

/** One message's HTML, safe to show. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const html = await inShop((tx) => readMessageHtml(tx, keys, params["messageId"] ?? ""));
  if (html === null) throw new Response("Not found", { status: 404 });
  return { outcome: "shown" as const, mail: safeMail(html) };
};

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  reachOr(() => serverLoader<typeof loader>());
