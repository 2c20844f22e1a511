import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/answer/model.ts';
import { createDialogue } from '../../src/dialogue/dialogue.ts';
import type { Person } from '../../src/dialogue/model.ts';
import { createCitedOriginals } from '../../src/dialogue/originals/cited.ts';
import { webChat } from '../../src/dialogue/web-chat.ts';
import type { DocumentScope } from '../../src/retrieval/model.ts';
import { createSubscriptionStore } from '../../src/store/changes/subscription-store.ts';
import { createDocumentStore } from '../../src/store/core/document-store.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { createDialogueStores } from '../../src/store/dialogue/index.ts';
import { createReviewStores } from '../../src/store/review/index.ts';
import type { DeskParts, LanguageModelUse, WebDeps } from '../../src/web/deps.ts';
import { newDatabase } from './database.ts';
import { PEOPLE } from './people.ts';
import { uploadsOver } from './uploads.ts';
import { answer, get, NOW, post, type SignedIn, testWeb } from './web.ts';

export { PEOPLE };

const SILENT = { info: () => {}, warn: () => {}, error: () => {} } as unknown as WebDeps['log'];

/** An endpoint configured and used a little. */
const LANGUAGE_MODEL: LanguageModelUse = {
  name: 'mo-hinh-thu',
  endpoint: 'may-chu.example',
  scope: 'public',
  timeoutMs: 20_000,
  agent: false,
  embeddings: 'off',
  dailyTokens: 5_000,
  personDailyTokens: 500,
  usedToday: 12_000,
  used: async () => 120_000,
};

/** The whole web over a real database in a temporary folder, or in a file that is kept; answers come from `state.answer`. */
export async function openDesk(more: Partial<DeskParts> = {}, kept?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tlcx-desk-'));
  const db = await (kept === undefined ? newDatabase(join(folder, 'test.sqlite')) : openDatabase(kept));
  const clock = { now: NOW };
  const now = () => clock.now;
  const stores = createDialogueStores(db, now);
  const review = createReviewStores(db);
  const documents = createDocumentStore(db);
  const state: { answer: Answer } = { answer: answer() };
  const answerer = { ask: async () => ({ answer: state.answer, hits: [] }) };
  const communes = [
    { slug: 'my-thuong', name: 'phường Mỹ Thượng' },
    { slug: 'a-luoi-4', name: 'xã A Lưới 4' },
  ];
  const dialogue = createDialogue({ ...stores, answerer, chunks: documents, communes, now, log: SILENT });
  const uploads = uploadsOver(db, now);
  const admin: DeskParts = {
    ...review,
    dialogue,
    chunks: documents,
    answerer,
    territory: 'hue',
    uploads,
    languageModel: async () => LANGUAGE_MODEL,
    ...more,
  };
  const push = { store: stores.push, publicKey: 'BPublicKey', allowed: () => true };
  const citedOriginals = more.pagePictures && {
    citedOriginals: createCitedOriginals({
      source: dialogue.source,
      original: uploads.stored.original,
      pictures: more.pagePictures,
    }),
  };
  const digest = { ...stores, subscriptions: createSubscriptionStore(db), now };
  const parts = { chat: webChat(dialogue), digest, commune: dialogue, push, now, admin, ...citedOriginals };
  const web = testWeb({ ...stores, ...parts });
  return {
    ...web,
    clock,
    db,
    dialogue,
    review,
    state,
    stores,
    uploads,
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A stored document, as ingestion would leave it. */
export async function storeDocument(
  db: Db,
  id: string,
  more: { title?: string; scope?: DocumentScope; text?: string; warnings?: string[]; version?: number } = {},
): Promise<void> {
  const title = more.title ?? `Văn bản ${id}`;
  const facts = {
    id,
    kind: 'official',
    source: `${id.replaceAll('/', '-')}.txt`,
    number: id,
    title,
    type: 'Nghị định',
    effectiveFrom: '2025-07-01',
    scope: more.scope ?? { kind: 'public' },
    ownWords: false,
  };
  const at = NOW.toISOString();
  await db
    .insertInto('documents')
    .values({
      id,
      version: more.version ?? 1,
      state: 'serving',
      kind: 'official',
      source: facts.source,
      file: `/x/${facts.source}`,
      origin: 'ingest',
      number: id,
      title,
      content_hash: id,
      facts: JSON.stringify(facts),
      header: null,
      text: more.text ?? 'Điều 1. Phạm vi\nNội dung một.',
      articles: 1,
      chunk_count: 1,
      warnings: JSON.stringify(more.warnings ?? []),
      added_at: at,
      updated_at: at,
    })
    .execute();
}

/** A desk with everybody of {@link PEOPLE}, its administrator signed in, or who is given in their place. */
export async function openStaffedDesk(more: Partial<DeskParts> = {}, first: Person = PEOPLE.admin) {
  const desk = await openDesk(more);
  for (const one of Object.values(PEOPLE)) await desk.stores.people.save(one);
  const admin = await desk.signIn(first);
  return {
    desk,
    admin,
    page: async (path: string, who: SignedIn = admin) => (await desk.app.request(path, get(who))).text(),
    send: (path: string, form: Record<string, string>, who: SignedIn = admin) =>
      desk.app.request(path, post(who, form)),
  };
}

export type StaffedDesk = Awaited<ReturnType<typeof openStaffedDesk>>;
