import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataDirBusyError, takeLock } from '../../src/store/lock.ts';
import { temporaryFolder } from '../support/temporary.ts';

it('lets one writer in, names it to the next, and lets the next in afterwards', async () => {
  const dir = await temporaryFolder();
  const free = await takeLock(dir, 'writer', 'ingest thu-muc', 0);
  const refused = await takeLock(dir, 'writer', 'other', 50).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DataDirBusyError);
  expect((refused as DataDirBusyError).forPeople).toContain(`${process.pid} ("ingest thu-muc"`);
  free();
  const again = await takeLock(dir, 'writer', 'other', 0);
  again();
});

it('waits for the writer and says so once', async () => {
  const dir = await temporaryFolder();
  const free = await takeLock(dir, 'writer', 'first', 0);
  let told = 0;
  const second = takeLock(dir, 'writer', 'second', 10_000, () => told++);
  setTimeout(free, 450);
  (await second)();
  expect(told).toBe(1);
});

it('two folders, and two names of one folder, never touch each other', async () => {
  const [one, other] = [await temporaryFolder(), await temporaryFolder()];
  const held = [
    await takeLock(one, 'writer', 'a', 0),
    await takeLock(other, 'writer', 'b', 0),
    await takeLock(one, 'server', 'c', 0),
  ];
  for (const free of held) free();
});

it('is free again when its holder is killed', async () => {
  const dir = await temporaryFolder();
  const script = `import { takeLock } from ${JSON.stringify(join(process.cwd(), 'src/store/lock.ts'))};
await takeLock(${JSON.stringify(dir)}, 'writer', 'killed', 0); process.stdout.write('held\\n'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(takeLock(dir, 'writer', 'mine', 0)).rejects.toThrow(DataDirBusyError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  (await takeLock(dir, 'writer', 'mine', 2000))();
});
