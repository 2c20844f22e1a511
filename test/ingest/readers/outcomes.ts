import type { ReadValue } from '../../../src/ingest/model.ts';
import { readSource } from '../../../src/ingest/readers/index.ts';

export async function value(bytes: Uint8Array, name = 'tep'): Promise<ReadValue> {
  const outcome = await readSource(bytes, name);
  if (outcome.status !== 'readable') throw new Error(outcome.reason);
  return outcome.value;
}

export async function reason(bytes: Uint8Array, name = 'tep'): Promise<string> {
  const outcome = await readSource(bytes, name);
  if (outcome.status === 'readable') throw new Error(`read as ${outcome.value.format}`);
  return outcome.reason;
}

export const text = (v: ReadValue): string => v.pages.map((p) => p.text).join('\n');
