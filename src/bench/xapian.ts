import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { IndexedDocument } from '../retrieval/model.ts';
import { type Latency, percentiles, round } from './measure.ts';
import { chunksOf, termWords } from './peers.ts';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../../scripts/bench-xapian.py', import.meta.url));
/** Debian's package is for the system's own Python, whatever comes first on the path. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

export interface XapianResult {
  readonly version: string;
  readonly buildMs: number;
  readonly latency: Latency;
  readonly memoryMb: number;
}

/** A Python with Xapian's bindings, or undefined. */
async function pythonWithXapian(): Promise<string | undefined> {
  for (const python of PYTHONS) {
    try {
      await run(python, ['-c', 'import xapian']);
      return python;
    } catch {
      // Not there, or without the package.
    }
  }
  return undefined;
}

/** Xapian (C++) in a process of its own with our terms as its terms; undefined where python3-xapian is not installed. */
export async function measureXapian(
  documents: readonly IndexedDocument[],
  questions: readonly string[],
): Promise<XapianResult | undefined> {
  const python = await pythonWithXapian();
  if (python === undefined) return undefined;
  const dir = await mkdtemp(join(tmpdir(), 'bench-xapian-'));
  try {
    const chunks = join(dir, 'chunks.txt');
    const out = createWriteStream(chunks);
    for (const { text } of chunksOf(documents))
      if (!out.write(`${termWords(text).join(' ')}\n`)) await once(out, 'drain');
    await finished(out.end());
    const asked = join(dir, 'questions.txt');
    await writeFile(asked, questions.map((q) => [...new Set(termWords(q))].join(' ')).join('\n'));
    const { stdout } = await run(python, [SCRIPT, chunks, asked, join(dir, 'database')]);
    const { version, buildMs, ms, memoryMb } = JSON.parse(stdout) as {
      version: string;
      buildMs: number;
      ms: number[];
      memoryMb: number;
    };
    return {
      version,
      buildMs: round(buildMs),
      latency: percentiles(ms),
      memoryMb: Math.round(memoryMb),
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
