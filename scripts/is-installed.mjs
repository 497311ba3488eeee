/**
 * Whether a folder of packages is what a lock file asks for, pure: `manifest` is package.json, `lock` is package-lock.json, and
 * `installed` is what npm itself notes in node_modules/.package-lock.json. What is optional may be missing: it is for other machines.
 */
export function isInstalled({ manifest, lock, installed }) {
  const asked = lock?.packages?.[""];
  if (!asked || !installed?.packages) return false;
  for (const kind of ["dependencies", "devDependencies"])
    if (!isSame(manifest?.[kind], asked[kind])) return false;
  return Object.entries(lock.packages).every(([place, { version, integrity, optional, devOptional }]) => {
    if (place === "") return true;
    const there = installed.packages[place];
    if (!there) return Boolean(optional || devOptional);
    return there.version === version && there.integrity === integrity;
  });
}

/** The order of the names is npm's affair. */
const isSame = (one = {}, other = {}) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, range]) => other[name] === range);
