import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PersonId } from '../dialogue/model.ts';
import type { DocumentId } from '../legal/model.ts';
import { type WebEnv, WebError } from './context.ts';
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
    const drawn = original && (await pagePictures?.page(original, Number(c.req.param('page'))));
    if (drawn === 'busy') throw new WebError(503, 'Máy đang vẽ nhiều trang. Anh/chị thử lại sau ít giây.');
    if (drawn === undefined) throw new WebError(404, 'Không có trang này của bản gốc.');
    return c.body(new Uint8Array(drawn.picture), 200, {
      'Content-Type': 'image/jpeg',
      // Rights may change: a picture is never taken from a cache without asking.
      'Cache-Control': 'private, no-cache',
    });
  });
  return app;
}

/** What of the original this person may look at: undefined for nothing, 0 pages for a file without pictures. */
export async function originalOf(
  parts: Originals | undefined,
  person: PersonId,
  id: string,
): Promise<{ readonly pages: number } | undefined> {
  const original = await parts?.uploads.stored.original(person, id as DocumentId, 'web');
  return original && { pages: (await parts?.pagePictures?.pages(original)) ?? 0 };
}

export function originalLink(id: string): Html {
  return html`<a href="/tai-lieu/goc/${encodeURIComponent(id)}">Xem bản gốc</a>`;
}

/** A page as a picture that leads to itself in full size. */
export function pagePicture(id: string, page: number): Html {
  const path = `/tai-lieu/trang/${page}/${encodeURIComponent(id)}`;
  return html`<figure class="scan"><a href="${path}"><img src="${path}" alt="Trang ${page} của bản gốc" loading="lazy"></a><figcaption class="note">Trang ${page} của bản gốc</figcaption></figure>`;
}
