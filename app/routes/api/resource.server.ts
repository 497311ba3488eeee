import { logger } from "#app/lib/logger.server.ts";
import { BadInput } from "#app/routes/api/input.ts";
import { preflight, problem } from "#app/routes/api/answer.ts";
import { Forbidden } from "#app/routes/api/require-area.ts";
import { seconds } from "#app/lib/duration.ts";
import { authenticateStaff, type ApiStaff } from "#app/shop/authenticate-staff.server.ts";
import { roleOfCaller } from "#app/shop/role-of-caller.server.ts";
import type { Role } from "#app/shop/roles.ts";
import { askWhoAsks } from "#app/shopify.server.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";

type Given = { request: Request; params: Record<string, string | undefined> };
/** `part`: the second id of an address that has two. */
export type Call = Omit<ApiStaff, "staff"> & { staff: ApiStaff["staff"] & { role: Role } } & {
  request: Request;
  id: string;
  part: string;
  now: () => Date;
};
type Serve = (call: Call) => Promise<Response>;

/** A screen full of people and an integration fit; a loop that went wild does not. Counted by each web process. */
const take = tokenBuckets({ burst: 200, perSecond: 50 });
/** Our ids, Shopify's numeric ids and gids. Anything else is nobody's id. */
const ID = /^(?:[A-Za-z0-9-]{1,64}|gid:\/\/shopify\/[A-Za-z]{1,40}\/\d{1,20})$/u;

/**
 * One address of the JSON API: method → function. Proves the caller, limits the shop's rate, checks the id in the path and
 * turns what was thrown into an answer. Serves as loader and as action alike.
 */
export function resource(methods: {
  GET?: Serve;
  POST?: Serve;
  PUT?: Serve;
  DELETE?: Serve;
}): (given: Given) => Promise<Response> {
  const served = new Map(Object.entries(methods));
  const names = [...served.keys()];
  return async ({ request, params }) => {
    const method = request.method.toUpperCase();
    if (method === "OPTIONS") return preflight(names);
    const serve = method === "HEAD" ? methods.GET : served.get(method);
    if (!serve) {
      const error = { code: "method_not_allowed", message: `Use ${names.join(" or ")}.` };
      return problem(405, error, { headers: { Allow: [...names, "OPTIONS"].join(", ") } });
    }
    try {
      return await proven({ request, params }, serve);
    } catch (error) {
      return failed(error);
    }
  };
}

async function proven({ request, params }: Given, serve: Serve): Promise<Response> {
  const now = () => new Date();
  const proof = await authenticateStaff(request.headers.get("authorization"), now());
  if (proof.outcome === "refused") {
    return problem(
      401,
      { code: "unauthorized", message: proof.why },
      { headers: { "WWW-Authenticate": "Bearer" } },
    );
  }
  const { session } = proof;
  const allowed = take(session.shop.id, now());
  if (allowed.outcome === "limited") {
    const headers = { "Retry-After": String(Math.ceil(allowed.retryAfter / seconds(1))) };
    return problem(
      429,
      { code: "too_many_requests", message: "Too many requests. Try again shortly." },
      { headers },
    );
  }
  const id = params["id"] ?? params["orderId"] ?? "";
  const part = params["factId"] ?? params["noteId"] ?? params["fileId"] ?? "";
  if ([id, part].some((one) => one && !ID.test(one)))
    return problem(404, { code: "not_found", message: "There is nothing with this id." });
  const caller = session.staff.id;
  const identify = () => askWhoAsks(request, { shop: session.shop.domain, staffId: caller });
  const role = await roleOfCaller(session, { id: caller, at: now(), identify });
  return serve({ ...session, staff: { ...session.staff, role }, request, id, part, now });
}

function failed(error: unknown): Response {
  if (error instanceof BadInput) {
    return problem(error.status, { code: error.code, message: error.message, field: error.field });
  }
  if (error instanceof Forbidden) return problem(403, { code: "forbidden", message: error.message });
  logger.error({ err: error }, "an API call failed");
  return problem(500, { code: "internal", message: "Something went wrong here. Try again." });
}
