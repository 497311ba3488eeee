/**
 * Two lists, each in its own order, as one: what is beside the thread stands before the first entry of it that came later. What came at the
 * same moment comes after.
 */
export function inOrder<A extends { at: string }, B extends { at: string }>(
  thread: readonly A[],
  beside: readonly B[],
): ({ of: "thread"; entry: A } | { of: "beside"; entry: B })[] {
  const rest = [...beside];
  const rows = thread.flatMap((entry) => {
    const first = rest.findIndex((one) => Date.parse(one.at) >= Date.parse(entry.at));
    const earlier = rest.splice(0, first === -1 ? rest.length : first);
    return [
      ...earlier.map((one) => ({ of: "beside" as const, entry: one })),
      { of: "thread" as const, entry },
    ];
  });
  return [...rows, ...rest.map((entry) => ({ of: "beside" as const, entry }))];
}
