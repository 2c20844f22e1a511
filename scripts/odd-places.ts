import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export interface OddPlace {
  readonly what: string;
  /** Makes it and gives its path. */
  readonly make: () => string;
  /** What goes on happening to it while it is read. */
  readonly meanwhile?: () => void;
}

const GIGABYTES = 1024 ** 3;
const LARGE = Buffer.alloc(150 * 1024 * 1024, 'a\n');

/** Things of a disk that are no sound file, made below `folder`. */
export function oddPlaces(folder: string): OddPlace[] {
  const at = (...parts: string[]) => path.join(folder, ...parts);
  const written = (name: string, data: string | Buffer = 'Điều 1. Phạm vi\n') => {
    writeFileSync(at(name), data);
    return at(name);
  };
  const changing = (what: string, name: string, happens: (file: string) => void): OddPlace => ({
    what: `a file of 150 MB that ${what} while it is read`,
    make: () => written(name, LARGE),
    meanwhile: () => {
      try {
        happens(at(name));
      } catch {
        // Gone already.
      }
    },
  });
  const made = (name: string, make: (file: string) => void) => () => {
    make(at(name));
    return at(name);
  };
  return [
    changing('grows', 'grows.txt', (file) => appendFileSync(file, 'x')),
    changing('is cut', 'cut.txt', (file) => truncateSync(file, 1000)),
    changing('is taken away', 'gone.txt', (file) => rmSync(file)),
    {
      what: 'a sparse file of 5 GB',
      make: made('sparse.pdf', (file) => {
        writeFileSync(file, '%PDF-1.7');
        truncateSync(file, 5 * GIGABYTES);
      }),
    },
    { what: 'a pipe', make: made('pipe.pdf', (file) => execFileSync('mkfifo', [file])) },
    { what: 'a device without end', make: () => '/dev/zero' },
    { what: 'a folder', make: made('folder.pdf', (file) => mkdirSync(file)) },
    { what: 'a link into itself', make: made('loop.pdf', (file) => symlinkSync('loop.pdf', file)) },
    { what: 'a link to nothing', make: made('dangling.pdf', (file) => symlinkSync('nowhere', file)) },
    { what: 'a name of 300 letters', make: () => at(`${'a'.repeat(300)}.pdf`) },
    {
      what: 'a file nobody may read (root may)',
      make: () => {
        chmodSync(written('locked.txt'), 0);
        return at('locked.txt');
      },
    },
    { what: 'a name of a line break and a direction mark', make: () => written('a\nb\u202etxt.pdf') },
    { what: 'a name that looks like an option', make: () => written('--help.txt') },
    { what: 'a name that looks like a way out', make: () => written('..%2f..%2fetc%2fpasswd.txt') },
  ];
}
