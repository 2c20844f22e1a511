import { countPages, drawPicture, type PagePicture, type PictureRequest } from './picture.ts';

/** Counts and draws pages in a process of its own, one request after the other: see process.ts. */
export interface ToChild {
  readonly id: number;
  readonly request: Omit<PictureRequest, 'page'> & { readonly page: number | 'count' };
}
/** A number of pages, or a picture; `undefined`: no such page, or the file could not be opened. */
export interface FromChild {
  readonly id: number;
  readonly result: PagePicture | number | undefined;
}

process.once('disconnect', () => process.exit(0));
process.on('message', ({ id, request }: ToChild) => {
  const send = (result: FromChild['result']) =>
    process.send?.({ id, result } satisfies FromChild, undefined, undefined, () => {});
  const { page } = request;
  const work: Promise<FromChild['result']> =
    page === 'count' ? countPages(request.bytes, request.fileName) : drawPicture({ ...request, page });
  work.then(send, () => send(undefined));
});
