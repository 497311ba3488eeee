/** More than a process meets of zones, languages and currencies together; values from outside must not fill the memory. */
const MOST = 500;

/** What takes longer to make than to use (Intl's formatters), made once for the same arguments. */
export function kept<A extends (string | boolean)[], T>(make: (...given: A) => T): (...given: A) => T {
  const known = new Map<string, T>();
  return (...given) => {
    const key = given.join("|");
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = make(...given);
    known.set(key, made);
    return made;
  };
}
