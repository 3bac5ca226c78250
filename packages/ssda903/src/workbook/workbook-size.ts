/** The most bytes a workbook may unpack to. */
export const largestUnpacked = 512 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** The shortest end of a directory, and how far from the end of the file it can begin: a comment may follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/**
 * How many bytes the parts of a zip archive say they unpack to, read from its directory without unpacking any; null
 * when there is no directory to be read. The reader of workbooks holds each part to what it says.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    // Parts of 4 GB and more say 0xFFFFFFFF here, which is more than enough to be too much.
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}
