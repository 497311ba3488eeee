import { MOST_BYTES } from "#app/care/review/files/file-limits.ts";
import { keepFile } from "#app/care/review/files/keep-file.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { BadInput } from "#app/routes/api/input.ts";
import { readBytes } from "#app/routes/api/read-bytes.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const WHY = {
  empty: "The file is empty.",
  too_large: "All files of one mail may have 10 MB.",
  too_many: "A mail may have ten files.",
  kind: "Send a PNG, JPEG, GIF, WebP or PDF file, or plain text.",
};

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const name = new URL(request.url).searchParams.get("name")?.slice(0, 1_000) ?? "";
    if (name === "") throw new BadInput("Name the file.", { field: "name" });
    const bytes = await readBytes(request, MOST_BYTES);
    if (!bytes) return problem(413, { code: "too_large", message: WHY.too_large, field: "body" });
    const given = { shopId: shop.id, conversationId: id, name, bytes, staff };
    const kept = await keepFile({ inShop, now }, given);
    switch (kept.outcome) {
      case "kept":
        return json(kept.file, 201);
      case "refused":
        return problem(kept.why === "too_large" ? 413 : 422, {
          ...{ code: kept.why === "kind" ? "kind_refused" : kept.why, message: WHY[kept.why], field: "body" },
        });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
