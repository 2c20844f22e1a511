import { readUpload } from './upload.ts';

/** One file, read in a process of its own: see reading-process.ts. */
export type ToChild = { readonly bytes: Uint8Array; readonly fileName: string };
export type FromChild =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'reading'; readonly reading: Awaited<ReturnType<typeof readUpload>> };

function send(message: FromChild): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

/** The server that asked may be killed: then nobody waits for the outcome. */
process.once('disconnect', () => process.exit(0));
process.once('message', ({ bytes, fileName }: ToChild) => {
  void readUpload(bytes, fileName, {
    onProgress: (done, total) => void send({ kind: 'progress', done, total }),
  })
    .then((reading) => send({ kind: 'reading', reading }))
    .finally(() => process.exit(0));
});
