/**
 * What may be called from inside: addresses of the public internet only, so that nobody makes us talk to what only we can reach
 * (IANA's registries of special-purpose addresses, RFC 6890). Pure.
 */

/** Networks that are not of the public internet, as `[first address, bits]`. */
const PRIVATE_4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Of 2000::/3, which alone is given out: documentation, protocols, and ways to write an IPv4 address. */
const PRIVATE_6: readonly (readonly [readonly number[], number])[] = [
  [[0x2001, 0x0000], 23],
  [[0x2001, 0x0db8], 32],
  [[0x2002], 16],
  [[0x3fff, 0x0000], 20],
];

/** Whether an IP address, as a resolver writes it, is one of the public internet. What is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const four = parse4(address);
  if (four !== null) return !PRIVATE_4.some(([first, bits]) => isWithin4(four, parse4(first) ?? 0, bits));
  const six = parse6(address);
  if (six === null) return false;
  return isWithin6(six, [0x2000], 3) && !PRIVATE_6.some(([first, bits]) => isWithin6(six, first, bits));
}

/** Names that never leave the machine or the network it stands in (RFC 6761, RFC 6762, RFC 8375). */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/u;

export type CallableUrl = { outcome: "callable"; url: URL } | { outcome: "refused"; why: WhyNotCallable };
export type WhyNotCallable = "not_an_address" | "not_https" | "with_password" | "other_port" | "not_public";

/** Whether an address can be called at all, before its name is looked up: https on its own port, and no name or number of ours. */
export function callableUrl(text: string): CallableUrl {
  const url = URL.parse(text.trim());
  if (!url) return { outcome: "refused", why: "not_an_address" };
  const why = whyNot(url);
  return why ? { outcome: "refused", why } : { outcome: "callable", url };
}

function whyNot({ protocol, username, password, port, hostname }: URL): WhyNotCallable | null {
  if (protocol !== "https:") return "not_https";
  if (username || password) return "with_password";
  if (port) return "other_port";
  const name = hostname.replace(/^\[|\]$/gu, "").replace(/\.$/u, "");
  const isNumber = parse4(name) !== null || parse6(name) !== null;
  if (isNumber) return isPublicAddress(name) ? null : "not_public";
  return name.includes(".") && !LOCAL_NAME.test(name) ? null : "not_public";
}

function parse4(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(address)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((whole, part) => whole * 256 + part, 0);
}

/** Eight groups of sixteen bits; null for what is no IPv6 address, or one with a zone. */
function parse6(address: string): number[] | null {
  // The URL parser writes each of them in one way, with an IPv4 address within it in hexadecimal.
  const host = address.includes(":") ? URL.parse(`http://[${address}]/`)?.hostname : undefined;
  if (!host) return null;
  const [head = "", tail] = host.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":").map((group) => parseInt(group, 16)));
  const [before, after] = [groups(head), groups(tail ?? "")];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function isWithin4(address: number, first: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(first / size);
}

function isWithin6(address: readonly number[], first: readonly number[], bits: number): boolean {
  return address.every((group, at) => {
    const left = Math.min(16, Math.max(0, bits - at * 16));
    const size = 2 ** (16 - left);
    return Math.floor(group / size) === Math.floor((first[at] ?? 0) / size);
  });
}
