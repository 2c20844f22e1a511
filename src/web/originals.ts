import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PersonId, QuestionId } from '../dialogue/model.ts';
import type { CitedOriginals } from '../dialogue/originals/cited.ts';
import type { PagePicture } from '../dialogue/originals/model.ts';
import type { UploadId } from '../dialogue/uploads/model.ts';
import type { DocumentId } from '../legal/model.ts';
import { type WebContext, type WebEnv, WebError } from './context.ts';
import type { DeskParts } from './deps.ts';
import { allow } from './session.ts';
import type { Html } from './view/layout.ts';

export type Originals = Pick<DeskParts, 'uploads' | 'pagePictures'>;

/** Pictures of the pages of original files, for whoever may read the file. */
export function originalRoutes({ uploads, pagePictures }: Originals): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/tai-lieu/trang/:page{[0-9]{1,4}}/:id{.+}', allow('ask'), async (c) => {
    const id = c.req.param('id') as DocumentId;
    const original = await uploads.stored.original(c.get('person').id, id, 'web');
    return pageResponse(c, original && (await pagePictures?.page(original, Number(c.req.param('page')))));
  });
  app.get('/tai-lieu/nap/:id/trang/:page{[0-9]{1,4}}', allow('add_documents'), async (c) => {
    const paper = await uploads.uploads.paper(c.get('person').id, c.req.param('id') as UploadId, 'web');
    return pageResponse(c, paper && (await pagePictures?.page(paper, Number(c.req.param('page')))));
  });
  return app;
}

function pageResponse(c: WebContext, drawn: PagePicture | 'busy' | undefined): Response {
  if (drawn === 'busy') throw new WebError(503, BUSY);
  if (drawn === undefined) throw new WebError(404, 'Không có trang này của bản gốc.');
  return pictureResponse(c, drawn.picture);
}

/** What of the original this person may look at: undefined for nothing, 0 pages for a file without pictures, undefined
 * ones while it is being opened. */
export async function originalOf(
  parts: Originals | undefined,
  person: PersonId,
  id: string,
): Promise<{ readonly pages: number | undefined } | undefined> {
  const original = await parts?.uploads.stored.original(person, id as DocumentId, 'web');
  return original && { pages: parts?.pagePictures ? await parts.pagePictures.pages(original) : 0 };
}

/** The page a source stands on, as a response with the cited lines marked. */
export async function citedPageResponse(
  c: WebContext,
  cited: CitedOriginals | undefined,
  question: QuestionId,
  n: number,
): Promise<Response> {
  const found = await cited?.picture({ person: c.get('person').id, question, n, channel: 'web' });
  return pageResponse(c, found === 'busy' ? found : found?.picture);
}

const BUSY = 'Máy đang vẽ nhiều trang. Anh/chị thử lại sau ít giây.';

function pictureResponse(c: WebContext, picture: Uint8Array): Response {
  return c.body(new Uint8Array(picture), 200, {
    'Content-Type': 'image/jpeg',
    // Rights may change: a picture is never taken from a cache without asking.
    'Cache-Control': 'private, no-cache',
  });
}

/** The cited page as a picture that leads to itself in full size. */
export function citedPage(path: string, page: number | undefined): Html {
  const words = page === undefined ? 'Trang được dẫn của bản gốc' : `Trang ${page} của bản gốc`;
  return html`<figure class="scan"><a href="${path}"><img src="${path}" alt="${words}, dòng được dẫn tô vàng" loading="lazy"></a><figcaption class="note">${words}. Dòng được dẫn tô vàng; nếu máy không đối chiếu được thì trang để nguyên.</figcaption></figure>`;
}

export function originalLink(id: string): Html {
  return html`<a href="/tai-lieu/goc/${encodeURIComponent(id)}">Xem bản gốc</a>`;
}

/** Where the page of a stored document's original is. */
export function originalPage(id: string, page: number): string {
  return `/tai-lieu/trang/${page}/${encodeURIComponent(id)}`;
}

/** A page as a picture that leads to itself in full size. */
export function pagePicture(path: string, page: number): Html {
  return html`<figure class="scan"><a href="${path}"><img src="${path}" alt="Trang ${page} của bản gốc" loading="lazy"></a><figcaption class="note">Trang ${page} của bản gốc</figcaption></figure>`;
}
