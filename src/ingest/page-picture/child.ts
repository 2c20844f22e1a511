import { drawPicture, type PagePicture, type PictureRequest } from './picture.ts';

/** Draws pages in a process of its own, one request after the other: see process.ts. */
export interface ToChild {
  readonly id: number;
  readonly request: PictureRequest;
}
/** `undefined`: no such page, or the file could not be drawn. */
export interface FromChild {
  readonly id: number;
  readonly result: PagePicture | undefined;
}

process.once('disconnect', () => process.exit(0));
process.on('message', ({ id, request }: ToChild) => {
  const send = (result: FromChild['result']) =>
    process.send?.({ id, result } satisfies FromChild, undefined, undefined, () => {});
  drawPicture(request).then(send, () => send(undefined));
});
