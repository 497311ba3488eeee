import { promises as dns } from "node:dns";
import { seconds } from "#app/lib/duration.ts";
import type { LookUpDns } from "#app/ports.ts";

/** A domain's records are few and short; a name with more is not set up for mail. */
const MOST_RECORDS = 50;
const LONGEST_RECORD = 2_000;
/** That a name or a record of this type does not exist is an answer. */
const NO_SUCH = new Set(["ENOTFOUND", "ENODATA"]);

/** @param servers of the domain name system, as `192.0.2.1:53`; the system's own otherwise */
export function makeLookUpDns({
  servers,
  timeout = seconds(3),
}: { servers?: string[]; timeout?: number } = {}): LookUpDns {
  const resolver = new dns.Resolver({ timeout, tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (name, type) => {
    try {
      const records =
        type === "TXT"
          ? (await resolver.resolveTxt(name)).map((parts) => parts.join(""))
          : await resolver.resolveCname(name);
      if (records.length === 0) return { outcome: "none" };
      return {
        outcome: "found",
        records: records.slice(0, MOST_RECORDS).map((record) => record.slice(0, LONGEST_RECORD)),
      };
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      return typeof code === "string" && NO_SUCH.has(code) ? { outcome: "none" } : { outcome: "unavailable" };
    }
  };
}
