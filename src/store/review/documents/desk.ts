import type { DocumentDesk } from '../../../dialogue/review/documents.ts';
import type { DocumentFacts, DocumentScope } from '../../../retrieval/model.ts';
import type { Db } from '../../database.ts';
import { documentDetail, pageText } from './detail.ts';
import { countExpiring, endableDocuments, listDocuments } from './listed.ts';
import { changeState } from './state.ts';

/** Documents as the desk looks at them, withdrawn ones included. */
export function createDocumentDesk(db: Db): DocumentDesk {
  return {
    list: (filter, page) => listDocuments(db, filter, page),
    document: (id) => documentDetail(db, id),

    async versionText(id, version) {
      const row = await db
        .selectFrom('document_versions')
        .select('text')
        .where('document_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row?.text;
    },

    pageText: (id, page) => pageText(db, id, page),

    async scopes(ids) {
      if (ids.length === 0) return new Map();
      const old = await db
        .selectFrom('document_versions')
        .select(['document_id as id', 'facts'])
        .where('document_id', 'in', [...ids])
        .orderBy('version')
        .execute();
      const now = await db
        .selectFrom('documents')
        .select(['id', 'facts'])
        .where('id', 'in', [...ids])
        .execute();
      // Today's scope wins over an earlier version's.
      return new Map([...old, ...now].map((row) => [row.id, scopeOf(row.facts)]));
    },

    expiring: (days) => countExpiring(db, days),
    endable: () => endableDocuments(db),

    async counts() {
      const rows = await db
        .selectFrom('documents')
        .select(['state', (e) => e.fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute();
      const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
      const last = await db
        .selectFrom('changes')
        .select((e) => e.fn.max('generation').as('generation'))
        .executeTakeFirst();
      return {
        serving: of('serving'),
        withdrawn: of('withdrawn'),
        generation: Number(last?.generation ?? 0),
      };
    },

    setState: (id, from, to, at) => db.transaction().execute((tx) => changeState(tx, id, from, to, at)),
  };
}

function scopeOf(facts: string): DocumentScope {
  return (JSON.parse(facts) as DocumentFacts).scope;
}
