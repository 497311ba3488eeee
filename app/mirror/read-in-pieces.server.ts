import type { z } from "zod";
import { ask } from "#app/mirror/ask.server.ts";
import type { AdminRequest, Ports } from "#app/ports.ts";

type Asking<T extends z.ZodType> = Omit<AdminRequest<T>, "variables"> & {
  gids: string[];
  /** How many to ask for at once; halved when Shopify finds them too many for one query. */
  size: number;
};

export type InPieces<T> =
  { outcome: "answered"; data: T[] } | { outcome: "uninstalled" } | { outcome: "refused"; error: string };

/** Reads records by their ids, as many at once as one query may cost. Throws as `ask` does. */
export async function readInPieces<T extends z.ZodType>(
  ports: Ports,
  { gids, size, ...request }: Asking<T>,
): Promise<InPieces<z.infer<T>>> {
  const data: z.infer<T>[] = [];
  let most = size;
  for (let at = 0; at < gids.length;) {
    const ids = gids.slice(at, at + most);
    const answer = await ask(ports, { ...request, variables: { ids } });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "answered") {
      data.push(answer.data);
      at += ids.length;
    } else if (isTooDear(answer.errors) && most > 1) {
      most = Math.ceil(ids.length / 2);
    } else {
      return { outcome: "refused", error: answer.errors[0]?.message ?? "Shopify refused" };
    }
  }
  return { outcome: "answered", data };
}

export const isTooDear = (errors: { code?: string }[]) =>
  errors.some(({ code }) => code === "MAX_COST_EXCEEDED");
