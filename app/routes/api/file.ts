import { removeFile } from "#app/care/review/files/remove-file.server.ts";
import { noContent, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const action = resource({
  DELETE: async ({ inShop, id, part }) =>
    (await removeFile(inShop, { conversationId: id, fileId: part }))
      ? noContent()
      : notFound("file that waits"),
});
export const loader = action;
