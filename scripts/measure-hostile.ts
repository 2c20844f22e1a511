/**
 * What hurtful files cost and what a person is told: each goes through `inspect` in processes of its own, as a Markdown
 * table of seconds on the clock and of the processor, peak memory of all those processes, outcome and reason. The table of docs/readers.md.
 *
 *     npm run -s measure-hostile -- [--match TEXT] [--data ../shared/data]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCommand } from '../test/support/command.ts';
import { HOSTILE } from '../test/support/hostile/cases.ts';
import { cutFiles } from './cut-files.ts';
import { oddPlaces } from './odd-places.ts';
import { watchTree } from './process-tree.ts';

const { values } = parseArgs({
  options: {
    match: { type: 'string', default: '' },
    data: { type: 'string', default: path.resolve(import.meta.dirname, '../../shared/data') },
  },
});

const root = mkdtempSync(path.join(tmpdir(), 'hostile-'));
const wanted = (what: string) => new RegExp(values.match).test(what);
const worst = { cpuSeconds: 0, megabytes: 0 };

/** A row of the table; `meanwhile` happens to the file while it is read. */
async function measure(what: string, file: string, meanwhile?: () => void): Promise<void> {
  const started = performance.now();
  const { child, result } = startCommand('inspect', ['--json', '--', file], {
    DATA_DIR: path.join(root, 'data'),
    TMPDIR: tmpdir(),
  });
  const watched = watchTree(child.pid!);
  const happening = meanwhile && setInterval(meanwhile, 1);
  const { code, out, err } = await result;
  clearInterval(happening);
  const { megabytes, cpuSeconds } = watched.stop();
  const seconds = (performance.now() - started) / 1000;
  worst.cpuSeconds = Math.max(worst.cpuSeconds, cpuSeconds);
  worst.megabytes = Math.max(worst.megabytes, megabytes);
  const told: { status: string; reason?: string } =
    code === 0 ? JSON.parse(out) : { status: `exit ${code}`, reason: err.split('\n')[0]! };
  const said = (told.reason ?? '').replaceAll(root, '…').replaceAll('|', '\\|');
  console.log(
    `| ${what} | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${megabytes} | ${told.status} | ${said} |`,
  );
}

console.log('| file | seconds | of the processor | MB | outcome | what is said |\n|---|---|---|---|---|---|');
try {
  for (const [what, { name, make }] of Object.entries(HOSTILE).filter(([what]) => wanted(what))) {
    const file = path.join(root, path.basename(name));
    writeFileSync(file, await make());
    await measure(what, file);
    rmSync(file);
  }
  for (const { what, name, bytes } of cutFiles(values.data).filter(({ what }) => wanted(what))) {
    const file = path.join(root, name);
    writeFileSync(file, bytes);
    await measure(what, file);
    rmSync(file);
  }
  const places = path.join(root, 'places');
  mkdirSync(places);
  for (const { what, make, meanwhile } of oddPlaces(places).filter(({ what }) => wanted(what)))
    await measure(what, make(), meanwhile);
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.error(`at most ${worst.cpuSeconds.toFixed(1)} s of the processor and ${worst.megabytes} MB`);
