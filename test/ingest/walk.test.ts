import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/ingest/walk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'walk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text = 'x'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function found(...paths: string[]): Promise<string[]> {
  return (await findFiles(paths)).files.map((file) => file.path.slice(folder.length + 1));
}

const MANIFEST = JSON.stringify({ documents: [{ file: 'a.md', sha256: '0' }] });

describe('the files below a folder', () => {
  it('are sorted, each once, without hidden ones and without links that lead out', async () => {
    put('b.txt');
    put('a/c.txt');
    put('.hidden/d.txt');
    symlinkSync('/etc/hostname', join(folder, 'out'));
    symlinkSync(join(folder, 'b.txt'), join(folder, 'in'));
    expect(await found(folder, join(folder, 'b.txt'))).toEqual(['a/c.txt', 'b.txt', 'in']);
  });

  it('are only the documents in a corpus folder, also below a folder that holds one', async () => {
    put('corpus/manifest.json', MANIFEST);
    put('corpus/a.md');
    put('corpus/names/names.tsv');
    put('corpus/units/units.json');
    put('other.json');
    expect(await found(folder)).toEqual(['corpus/a.md', 'other.json']);
    expect(await found(join(folder, 'corpus'))).toEqual(['corpus/a.md']);
  });

  it('are all taken when manifest.json is some other file', async () => {
    put('manifest.json', '{"name":"app"}');
    put('names.tsv');
    expect(await found(folder)).toEqual(['manifest.json', 'names.tsv']);
  });

  it('are named with what cannot be reached', async () => {
    const { unreachable } = await findFiles([join(folder, 'absent.pdf')]);
    expect(unreachable[0]?.reason).toContain('Không có tệp');
  });
});
