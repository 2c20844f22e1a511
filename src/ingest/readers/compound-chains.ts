/** Offsets into the header of a compound file ([MS-CFB] 2.2) and into a directory entry (2.6.1). */
const HEADER = {
  sectorShift: 0x1e,
  directory: 0x30,
  miniFat: 0x3c,
  difat: 0x44,
  difatEntries: 0x4c,
} as const;
const ENTRY = { bytes: 128, start: 0x74 } as const;
const HEADER_DIFAT_ENTRIES = 109;

/**
 * True when a chain of sectors that a compound file names runs in a circle. The library that reads the streams follows such
 * a chain until the memory is gone.
 */
export function hasCircle(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  const size = 1 << Math.min(bytes.readUInt16LE(HEADER.sectorShift), 16);
  const sectors = Math.ceil(bytes.length / size) - 1;
  const at = (sector: number) => (sector + 1) * size;
  const word = (offset: number) => (offset + 4 <= bytes.length ? bytes.readInt32LE(offset) : -1);
  const inside = (sector: number) => sector >= 0 && sector < sectors;

  const fat: number[] = [];
  for (let i = 0; i < HEADER_DIFAT_ENTRIES; i++) fat.push(word(HEADER.difatEntries + i * 4));
  const perSector = size / 4;
  let difat = word(HEADER.difat);
  for (let i = 0; inside(difat); i++) {
    if (i > sectors) return true;
    for (let j = 0; j < perSector - 1; j++) fat.push(word(at(difat) + j * 4));
    difat = word(at(difat) + size - 4);
  }
  const next = (sector: number) => {
    const table = fat[Math.floor(sector / perSector)] ?? -1;
    return inside(table) ? word(at(table) + (sector % perSector) * 4) : -1;
  };

  /** The walk that first came by each sector; 0 = none. */
  const walkOf = new Uint32Array(sectors);
  let walks = 0;
  const circles = (start: number): boolean => {
    walks++;
    let sector = start;
    for (; inside(sector) && walkOf[sector] === 0; sector = next(sector)) walkOf[sector] = walks;
    return inside(sector) && walkOf[sector] === walks;
  };
  const directory = word(HEADER.directory);
  if (circles(directory) || circles(word(HEADER.miniFat))) return true;
  for (let sector = directory; inside(sector); sector = next(sector))
    for (let entry = at(sector); entry < at(sector) + size; entry += ENTRY.bytes)
      if (circles(word(entry + ENTRY.start))) return true;
  return false;
}
