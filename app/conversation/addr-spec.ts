/**
 * One mail address and nothing else: the dot-atom form of RFC 5321, letters of any script in the domain excluded. A comma, a
 * space, a quote, an angle bracket or a line break would let one field name a second recipient or a header.
 */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/u;

export function isAddrSpec(address: string): boolean {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  const labels = address.slice(at + 1).split(".");
  if (local.length > 64 || address.length > 254) return false;
  return LOCAL.test(local) && labels.length >= 2 && labels.every((label) => LABEL.test(label));
}
