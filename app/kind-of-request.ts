export type RequestKind = "webhook" | "inbound" | "health" | "api" | "proxy" | "asset" | "live" | "screen";

/** What a request is for, by its path: a label of a handful of values, whatever paths people try. */
export function kindOfRequest(path: string): RequestKind {
  switch (path) {
    case "/webhooks":
      return "webhook";
    case "/inbound/email":
      return "inbound";
    case "/healthz":
    case "/readyz":
    case "/metrics":
      return "health";
    case "/live":
      return "live";
  }
  if (path.startsWith("/api/")) return "api";
  if (path.startsWith("/proxy/")) return "proxy";
  return path.startsWith("/assets/") || path === "/favicon.ico" ? "asset" : "screen";
}
