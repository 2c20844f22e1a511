import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The snapshot's folder: one for each state of the everyday names, since they are part of what is indexed. */
export function indexFolder(dataDir: string, fingerprint: string): string {
  return join(dataDir, 'index', fingerprint);
}

/** Removes snapshots of other states. Only the process that holds the writer's place calls this. */
export function dropOtherIndexes(dataDir: string, fingerprint: string): void {
  const folder = join(dataDir, 'index');
  for (const entry of readdirSync(folder)) {
    if (entry !== fingerprint) rmSync(join(folder, entry), { recursive: true, force: true });
  }
}
