import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../src/retrieval/model.ts';
import {
  answer,
  CHUNKS,
  chunkSource,
  citation,
  echoAnswerer,
  FACTS,
  testDialogue,
} from '../support/dialogue.ts';

async function asked(facts: Partial<DocumentFacts> = {}, chunkId = 'tthc:9.000001#1') {
  const answerer = echoAnswerer(() => answer('x', { citations: [citation(1, { chunkId })] }));
  const test = await testDialogue({ answerer, chunks: chunkSource({ ...FACTS, ...facts }) });
  const person = await test.addPerson({ commune: 'my-thuong', department: 'so-tu-phap' });
  const { questionId } = await test.dialogue.ask({
    person: person.id,
    channel: 'telegram',
    conversation: 'c',
    text: 'Thời hạn?',
  });
  const view = (more = {}) =>
    test.dialogue.source({ person: person.id, question: questionId, n: 1, channel: 'telegram', ...more });
  return { ...test, person, questionId, view };
}

describe('sources', () => {
  it('shows the literal text between its neighbours', async () => {
    const { view } = await asked();
    expect(await view()).toMatchObject({
      before: CHUNKS[0]?.text,
      text: CHUNKS[1]?.text,
      after: CHUNKS[2]?.text,
    });
    expect(await view({ n: 2 })).toBeUndefined();
  });

  it('falls back to the snapshot when the piece is gone', async () => {
    const { view } = await asked({}, 'gone');
    expect(await view()).toMatchObject({ text: citation(1).quote });
  });

  it('is for the asker, administrators and the commune’s focal people and leaders only', async () => {
    const { view, addPerson } = await asked();
    const sees = async (person: Parameters<typeof addPerson>[0]) =>
      (await view({ person: (await addPerson(person)).id })) !== undefined;
    expect(await sees({})).toBe(false);
    expect(await sees({ commune: 'my-thuong' })).toBe(false);
    expect(await sees({ roles: ['leader'], commune: 'hoa-chau' })).toBe(false);
    expect(await sees({ roles: ['leader'] })).toBe(false);
    expect(await sees({ roles: ['leader'], commune: 'my-thuong' })).toBe(true);
    expect(await sees({ roles: ['admin'] })).toBe(true);
    expect(await sees({ roles: ['admin'], status: 'blocked' })).toBe(false);
  });

  it('keeps web-only documents out of Telegram and departments’ documents with the department', async () => {
    const webOnly = await asked({ scope: { kind: 'public', webOnly: true } });
    expect(await webOnly.view()).toBeUndefined();
    expect(await webOnly.view({ channel: 'web' })).toBeDefined();
    const own = await asked({ scope: { kind: 'departments', departments: ['so-tu-phap'] } });
    expect(await own.view()).toBeDefined();
    expect(await own.view({ audience: 'group' })).toBeUndefined();
    const others = await asked({ scope: { kind: 'departments', departments: ['so-y-te'] } });
    expect(await others.view()).toBeUndefined();
  });
});
