import type { Request, Response } from "express";

/** What goes wrong with a request of the Admin API, in place of its answer. */
export type GraphqlFault = {
  /**
   * `status` answers with that status; `malformed` with what is no GraphQL; `partial` with null data beside an error; `reset`
   * cuts the connection; `hang` answers nothing until it is mended, then cuts.
   */
  kind: "status" | "malformed" | "partial" | "reset" | "hang";
  status?: number | undefined;
  /** Of a `status`. */
  retryAfter?: string | undefined;
  /** Of `malformed`; HTML with status 200 unless told. */
  body?: string | undefined;
  /** Only requests that name this operation. */
  operation?: string | undefined;
  /** So many requests; all until it is mended when absent. */
  times?: number | undefined;
};

type Exchange = { request: Request; response: Response };

/** The faults of every shop's next requests. */
export function createFaults() {
  const faults = new Map<string, GraphqlFault>();
  const hanging = new Map<string, Set<Response>>();
  const release = (domain: string) => {
    for (const response of hanging.get(domain) ?? []) response.destroy();
    hanging.delete(domain);
  };
  return {
    set: (domain: string, fault: GraphqlFault | null): void => {
      release(domain);
      if (fault) faults.set(domain, { ...fault });
      else faults.delete(domain);
    },
    /** Whether a fault took the request; then it is answered, or will be. */
    answer: (domain: string, { request, response }: Exchange): boolean => {
      const fault = faults.get(domain);
      if (!fault || !isMeant(fault, request)) return false;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults.delete(domain);
      }
      if (fault.kind === "hang")
        hanging.set(domain, (hanging.get(domain) ?? new Set<Response>()).add(response));
      else commit(fault, response);
      return true;
    },
  };
}

function isMeant({ operation }: GraphqlFault, request: Request): boolean {
  const { query } = request.body as { query?: unknown };
  return operation === undefined || (typeof query === "string" && query.includes(operation));
}

function commit(fault: GraphqlFault, response: Response): void {
  switch (fault.kind) {
    case "status":
      if (fault.retryAfter !== undefined) response.set("retry-after", fault.retryAfter);
      response.status(fault.status ?? 503).json({ errors: "The dev store was asked to fail" });
      return;
    case "malformed":
      response
        .status(fault.status ?? 200)
        .type("html")
        .send(fault.body ?? "<html>Be right back</html>");
      return;
    case "partial":
      response.json({
        data: null,
        errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
      });
      return;
    case "reset":
    case "hang":
      response.destroy();
  }
}
