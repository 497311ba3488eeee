import { preflight, problem } from "#app/routes/api/answer.ts";

/** Everything under /api/ that is no call: the answer is JSON like every other. */
export const loader = ({ request }: { request: Request }): Response =>
  request.method === "OPTIONS"
    ? preflight(["GET", "POST", "PUT", "DELETE"])
    : problem(404, { code: "not_found", message: "There is no such call." });
export const action = loader;
