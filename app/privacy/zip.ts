/** One file in an archive: packed by deflate, or `packedSize` bytes of it will follow. */
export type ZipEntry = { name: string; crc: number; size: number; packedSize: number };

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1 January 1980: the format's first day. When a file was made is said inside. */
const FIRST_DAY = 0x0021;

/** What stands before a file's packed bytes (PKWARE's APPNOTE, section 4.3.7). */
export function localHeader({ name, crc, size, packedSize }: ZipEntry): Buffer {
  const text = Buffer.from(name, "utf8");
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  writeCommon(head, 6, { crc, size, packedSize });
  head.writeUInt16LE(text.length, 26);
  return Buffer.concat([head, text]);
}

/** What ends an archive: where each file stands in it, in the order in which they were written (sections 4.3.12 and 4.3.16). */
export function centralDirectory(entries: readonly ZipEntry[]): Buffer {
  let offset = 0;
  const listed = entries.map((entry) => {
    const text = Buffer.from(entry.name, "utf8");
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(20, 6);
    writeCommon(head, 8, entry);
    head.writeUInt16LE(text.length, 28);
    head.writeUInt32LE(offset, 42);
    offset += localHeader(entry).length + entry.packedSize;
    return Buffer.concat([head, text]);
  });
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}

function writeCommon(head: Buffer, at: number, { crc, size, packedSize }: Omit<ZipEntry, "name">): void {
  head.writeUInt16LE(UTF8_NAMES, at);
  head.writeUInt16LE(DEFLATE, at + 2);
  head.writeUInt16LE(FIRST_DAY, at + 6);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(packedSize, at + 12);
  head.writeUInt32LE(size, at + 16);
}
