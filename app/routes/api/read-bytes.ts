/** The body of a request, or null when it is larger than that: no more of it is kept then. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size <= most) chunks.push(read.value);
    else chunks.length = 0;
    // What is much too large is cut off; a little more is read, so that the sender sees the answer.
    if (size > 4 * most) {
      await reader.cancel();
      return null;
    }
  }
  return size > most ? null : Buffer.concat(chunks);
}
