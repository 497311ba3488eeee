import { z } from "zod";
import { issueKindSchema, issueStatuses, severitySchema } from "#app/care/detect/issue.ts";
import { listShownIssues } from "#app/desk/list-shown-issues.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { BadInput, readQuery } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.object({
  status: z.enum(issueStatuses).optional(),
  kind: issueKindSchema.optional(),
  severity: z.coerce.number().pipe(severitySchema).optional(),
  incident: z.string().max(64).optional(),
  order: z.string().max(60).optional(),
  sort: z.enum(["newest", "severity"]).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const loader = resource({
  GET: async ({ request, inShop, keys, now }) => {
    const { incident: incidentId, order, ...asked } = readQuery(request, query);
    const orderId = order?.replace(/^gid:\/\/shopify\/Order\//u, "");
    const listed = await listShownIssues({ inShop, keys, now }, { ...asked, incidentId, orderId });
    if (listed.outcome === "bad_cursor")
      throw new BadInput("The cursor is not one of ours.", { field: "cursor" });
    return json({ items: listed.items, nextCursor: listed.nextCursor });
  },
});
export const action = loader;
