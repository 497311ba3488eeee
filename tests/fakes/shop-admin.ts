import type { Ports, ShopAdmin } from "#app/ports.ts";

export type AskedAdmin = { operation: string; variables: Record<string, unknown> };
type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/**
 * The Admin API as a port: an operation answers what the test gave for its name (`{ data }` as Shopify would send, parsed by
 * the caller's schema), and is otherwise not found, as with an id that Shopify does not show.
 */
export function fakeShopAdmin(answers: Answers = {}) {
  const asked: AskedAdmin[] = [];
  const shopAdmin: ShopAdmin = async (request) => {
    const operation = /(?:query|mutation) (\w+)/.exec(request.document)?.[1] ?? "";
    const variables = request.variables ?? {};
    asked.push({ operation, variables });
    const answer = answers[operation]?.(variables);
    if (answer === undefined)
      return { outcome: "refused", errors: [{ message: "Not found", code: "NOT_FOUND" }] };
    if (isOutcome(answer)) return answer;
    return { outcome: "answered", data: request.data.parse(answer) };
  };
  return { shopAdmin, asked };
}

type Failure = Exclude<Awaited<ReturnType<ShopAdmin>>, { outcome: "answered" }>;
const isOutcome = (answer: unknown): answer is Failure =>
  typeof answer === "object" && answer !== null && "outcome" in answer;

/** Ports of which only the Admin API and the clock are there: touching another fails the test. */
export function portsWith(given: Partial<Ports>): Ports {
  const ports: Partial<Ports> = { now: () => new Date("2026-11-21T09:00:00.000Z"), ...given };
  return new Proxy(ports as Ports, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Ports];
      throw new Error(`The port ${String(name)} is not here`);
    },
  });
}
