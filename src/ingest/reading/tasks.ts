import { inspectFile } from '../inspect.ts';
import { understandFile } from '../understand.ts';
import { readUpload } from '../upload.ts';

/** What the reading process does with a file. */
export const TASKS = { inspect: inspectFile, understand: understandFile, upload: readUpload } as const;

export type Task = keyof typeof TASKS;
export type TaskResult<T extends Task> = Awaited<ReturnType<(typeof TASKS)[T]>>;

export interface ToChild {
  readonly task: Task;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly pageCacheDir?: string;
}

export type FromChild =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** `rssMb`: what the process holds now, so that a swollen one is not used again. */
  | { readonly kind: 'result'; readonly result: TaskResult<Task>; readonly rssMb: number }
  /** A fault of ours, not of the file. */
  | { readonly kind: 'fault'; readonly stack: string };
