import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = [
  ['files/born_digital_pdf', '.pdf'],
  ['files/scanned_pdf', '.pdf'],
  ['files/doc', '.doc'],
  ['files/docx', '.docx'],
  ['files/other', '.xls'],
  ['legacy-encoding/tcvn3', '.rtf'],
] as const;

export interface CutFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first half of the smallest real file of each kind, as a broken download leaves it; none without `data`. */
export function cutFiles(data: string): CutFile[] {
  return FOLDERS.filter(([folder]) => existsSync(path.join(data, folder))).map(([folder, extension]) => {
    const size = (name: string) => statSync(path.join(data, folder, name)).size;
    const [name] = readdirSync(path.join(data, folder))
      .filter((one) => one.toLowerCase().endsWith(extension))
      .sort((a, b) => size(a) - size(b));
    const whole = readFileSync(path.join(data, folder, name!));
    return {
      what: `half of a real ${extension.slice(1).toUpperCase()} (${folder})`,
      name: name!,
      bytes: whole.subarray(0, whole.length / 2),
    };
  });
}
