import { Hono } from 'hono';
import { mayKeepDocument } from '../../dialogue/access.ts';
import type { PersonId } from '../../dialogue/model.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import {
  type DocumentDetail,
  type DocumentRow,
  expiringSoon,
  overDocuments,
} from '../../dialogue/review/documents.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { field } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { originalOf } from '../originals.ts';
import { formOf } from '../session.ts';
import { postedScope } from '../uploads/input.ts';
import { changedArticles } from './article-diff.ts';
import { documentList, PAGE, shortTitle } from './document-list.ts';
import { documentView } from './document-view.ts';
import { filterLink } from './filters.ts';
import { deskPage, viewerOf } from './nav.ts';
import { versionsView } from './versions-view.ts';
import { scopeWords } from './words.ts';

/** Stored documents: what was understood of each, what acts on it, and taking it out of the answers. */
export function documentRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  /** A document this person may read; a restricted one looks like one that does not exist. */
  async function readable(c: WebContext): Promise<DocumentDetail> {
    const document = await deps.documents.document(c.req.query('id') ?? '');
    if (!document || !mayKeepDocument(c.get('person'), document))
      throw new WebError(404, 'Không có văn bản này.');
    return document;
  }

  app.get('/van-ban', async (c) => {
    const query = c.req.query();
    const state = query['state'] === 'withdrawn' || query['state'] === 'serving' ? query['state'] : undefined;
    const rows = await deps.documents.list(
      {
        ...(query['text'] && { text: query['text'].slice(0, 200) }),
        ...(state && { state }),
        ...(query['kind'] && { kind: query['kind'] }),
        ...(query['warnings'] === 'yes' && { withWarnings: true }),
        ...(query['standing'] === 'soon' && { expires: expiringSoon(deps.now()) }),
        ...(query['standing'] === 'over' && { ids: await overDocuments(deps) }),
      },
      { limit: PAGE + 1, ...(query['sau'] && { after: query['sau'] }) },
    );
    const shown = {
      rows: rows.slice(0, PAGE).filter((row) => mayKeepDocument(c.get('person'), row)),
      next: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined,
    };
    const names = { department: (await departmentNames(deps.settings)).of, owners: await owners(deps, rows) };
    return c.html(deskPage(viewerOf(c), 'documents', 'Văn bản', documentList(query, shown, names)));
  });

  app.get('/van-ban/xem', async (c) => {
    const document = await readable(c);
    const facts = (await deps.chunks.facts([document.id])).get(document.id) ?? document.facts;
    const standing = effectivityOf(facts, dayInVietnam(deps.now()));
    const has = await originalOf(deps, c.get('person').id, document.id);
    const page = Math.max(1, Math.trunc(Number(c.req.query('trang'))) || 1);
    const shown = has && Math.min(page, has.pages ?? page);
    const text = shown ? await deps.documents.pageText(document.id, shown) : undefined;
    const original = has && { pages: has.pages, page: shown ?? 0, text };
    const { of: departmentName } = await departmentNames(deps.settings);
    const scope = scopeWords(document, departmentName);
    const view = documentView(viewerOf(c), document, { facts, standing, scope, original, departmentName });
    return c.html(deskPage(viewerOf(c), 'documents', shortTitle(document.title), view));
  });

  app.get('/van-ban/so-sanh', async (c) => {
    const document = await readable(c);
    const version = Number(c.req.query('ban'));
    const old = await deps.documents.versionText(document.id, version);
    if (old === undefined) throw new WebError(404, 'Không còn bản này.');
    const body = versionsView(document, version, changedArticles(old, document.text));
    return c.html(deskPage(viewerOf(c), 'documents', shortTitle(document.title), body));
  });

  for (const [path, change] of [
    ['thu-hoi', 'withdraw'],
    ['khoi-phuc', 'restore'],
  ] as const) {
    app.post(`/van-ban/${path}`, async (c) => {
      const { id: document } = await readable(c);
      const reason = field(await formOf(c), 'reason');
      await deps.uploads.stored[change]({ by: c.get('person').id, document, reason });
      return c.redirect(filterLink('/quan-tri/van-ban/xem', { id: document }), 303);
    });
  }

  app.post('/van-ban/pham-vi', async (c) => {
    const document = await readable(c);
    const person = c.get('person');
    const scope = postedScope(await formOf(c), person);
    if (scope === undefined) throw new WebError(422, 'Anh/chị chọn phạm vi đọc.');
    await deps.uploads.stored.changeScope({ by: person.id, document: document.id, scope });
    // Who narrows it beyond their own reach is shown the list, not a page that is gone.
    const still = mayKeepDocument(person, { ...document, scope });
    const back = still ? filterLink('/quan-tri/van-ban/xem', { id: document.id }) : '/quan-tri/van-ban';
    return c.redirect(back, 303);
  });

  return app;
}

/** Names of those who uploaded. */
async function owners(deps: DeskDeps, rows: readonly DocumentRow[]): Promise<Map<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for (const id of new Set(rows.flatMap((row) => row.uploadedBy ?? []))) {
    const person = await deps.people.person(id);
    if (person) names.set(id, person.name);
  }
  return names;
}
