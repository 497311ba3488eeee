import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAttachment } from "#app/conversation/read-attachment.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/**
 * An attachment's bytes, only ever as a file to save: a shopper's HTML or SVG opened from the app's own address could act as
 * the person who opened it.
 */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const file = await inShop((tx) => readAttachment(tx, keys, params["attachmentId"] ?? ""));
  if (!file) throw new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encoded(file.name || "attachment")}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
};

/** RFC 5987: what encodeURIComponent leaves alone but the header does not allow. A lone surrogate has no encoding. */
function encoded(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
