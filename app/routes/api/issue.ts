import { showIssueToApi } from "#app/desk/show-issue-to-api.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const loader = resource({
  GET: async ({ inShop, keys, now, id }) => {
    const issue = await showIssueToApi({ inShop, keys, now }, id);
    return issue ? json(issue) : notFound("issue");
  },
});
export const action = loader;
