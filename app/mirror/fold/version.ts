/** Who said a row, and when: a webhook (its X-Shopify-Triggered-At, unsigned) or an answer of the Admin API (when it was asked). */
export type Origin = { by: "webhook" | "admin"; at: string | null };

/** What every row of the mirror has: Shopify's id and its own `updated_at`, the version. */
export type Versioned = { id: string; updatedAt: string; origin?: Origin | undefined };

/**
 * `tie` decides between rows of one version, which Shopify's steps of a second allow: an answer of the Admin API before a
 * webhook, then the later one, then the content itself, so that any order of arrival ends the same. Ties compare as bytes.
 */
export type Version = { updatedAt: string; tie: string };

/** For a row that says nothing of its own part: older than anything, and `tie` is empty. */
export const NEVER = "1970-01-01T00:00:00.000Z";

const RANK = { webhook: "1", admin: "2" } as const;

/**
 * @param content what the row says, as a digest
 * @param claim a digest of what webhooks and the Admin API say in the same words, '' when they say nothing alike
 */
export function tieOf(
  origin: Origin | undefined,
  { content, claim }: { content: string; claim: string },
): string {
  return `${RANK[origin?.by ?? "webhook"]} ${origin?.at ?? ""} ${claim}.${content}`;
}

/** One text that sorts as the version does, for what has a version of its own beside its row's. */
export const versionText = ({ updatedAt, tie }: Version) => `${updatedAt} ${tie}`;

/** Below zero when `a` is the older. Both times are ISO 8601 UTC with milliseconds. */
export function compareVersions(a: Version, b: Version): number {
  return compareText(a.updatedAt, b.updatedAt) || compareText(a.tie, b.tie);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The very same row. Two without a tie may differ in what has a version of its own. */
export function sameVersion(a: Version, b: Version): boolean {
  return a.updatedAt === b.updatedAt && a.tie === b.tie && a.tie !== "";
}

/** The same version and the same content, whoever said it and when: no news. */
export function saysTheSame(a: Version, b: Version): boolean {
  const { said } = parse(a.tie);
  return a.updatedAt === b.updatedAt && said === parse(b.tie).said && said !== "";
}

/**
 * Whether a webhook contradicts what is known of the same version, so that only Shopify can say which is newer. Two webhooks
 * are compared by all they say, a webhook and an answer of the Admin API by what both say alike.
 */
export function contradicts(known: Version, given: Version): boolean {
  if (known.updatedAt !== given.updatedAt) return false;
  const [was, is] = [parse(known.tie), parse(given.tie)];
  // An answer of Shopify's settles a doubt and never makes one; of a row from before there were ties nothing is known.
  if (is.rank !== RANK.webhook || was.rank === "") return false;
  return was.rank === RANK.webhook ? was.said !== is.said : was.claim !== is.claim;
}

function parse(tie: string): { rank: string; said: string; claim: string } {
  const [rank = "", _at = "", said = ""] = tie.split(" ");
  return { rank, said, claim: said.split(".")[0] ?? "" };
}
