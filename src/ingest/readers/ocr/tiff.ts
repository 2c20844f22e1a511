/** Pages a multi-page file may have; the walk also ends where its chain of directories loops. */
const MOST_PAGES = 5_000;

/**
 * The places of the pages in a TIFF's chain of image directories (TIFF 6.0, section 2): what scanners and fax servers
 * save as one file of many pages. Thumbnails and masks (NewSubfileType, tag 254) are no pages. Empty for a file whose
 * chain is damaged from the start; bounded for one that loops.
 */
export function tiffPages(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: number[] = [];
  const seen = new Set<number>();
  try {
    const little = view.getUint16(0) === 0x4949;
    let at = view.getUint32(4, little);
    while (at !== 0 && !seen.has(at) && seen.size < MOST_PAGES) {
      const entries = view.getUint16(at, little);
      const place = seen.size;
      seen.add(at);
      if (entries > 0 && isPage(view, at, entries, little)) pages.push(place);
      at = view.getUint32(at + 2 + entries * 12, little);
    }
  } catch {
    // Cut off: what came before is read.
  }
  return pages;
}

const [SUBFILE_TYPE, WIDTH] = [254, 256];
const [REDUCED, MASK] = [1, 4];

function isPage(view: DataView, at: number, entries: number, little: boolean): boolean {
  let hasWidth = false;
  for (let i = 0; i < entries; i++) {
    const entry = at + 2 + i * 12;
    const tag = view.getUint16(entry, little);
    if (tag === WIDTH) hasWidth = true;
    if (tag === SUBFILE_TYPE && (view.getUint32(entry + 8, little) & (REDUCED | MASK)) !== 0) return false;
  }
  return hasWidth;
}
