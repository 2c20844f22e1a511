import { describe, expect, it } from 'vitest';
import { forReader, mayRead } from '../../src/retrieval/access.ts';
import { effectivityOf } from '../../src/retrieval/in-force.ts';
import type { DocumentFacts, Reader } from '../../src/retrieval/model.ts';
import { officialDocument } from '../support/documents.ts';

const official: Reader = { internal: true, departments: [], channel: 'web' };
const facts: DocumentFacts = {
  ...officialDocument('10/2025/QĐ-UBND', ['x']).facts,
  effectiveFrom: '2025-01-01',
  incoming: [
    {
      kind: 'replaces',
      byNumber: '77/2026/QĐ-UBND',
      byTitle: 'Quyết định nội bộ',
      byId: '77/2026/QĐ-UBND' as DocumentFacts['id'],
      byScope: { kind: 'departments', departments: ['so-tu-phap'], webOnly: true },
      effectiveFrom: '2026-05-01',
      sentence: 'Quyết định này thay thế …',
    },
  ],
};

describe('what changed a text', () => {
  it('counts for everybody, and is named only to who may read it', () => {
    const told = forReader(facts, official);
    expect(JSON.stringify(told)).not.toMatch(/77\/2026|nội bộ|thay thế …/);
    expect(effectivityOf(told, '2026-06-01')).toMatchObject({
      status: 'expired',
      note: 'Đã được thay thế bởi một văn bản khác từ ngày 01/05/2026.',
    });
    const own = { ...official, departments: ['so-tu-phap'] };
    expect(forReader(facts, own)).toBe(facts);
    expect(JSON.stringify(forReader(facts, { ...own, channel: 'telegram' }))).not.toContain('77/2026');
  });

  it('is hidden too where it ended the text that this one implements', () => {
    const resting = {
      ...facts,
      incoming: [],
      basisEnded: [
        {
          number: '1/2020/QĐ-UBND',
          byNumber: '77/2026/QĐ-UBND',
          endedOn: '2026-05-01',
          byScope: facts.incoming![0]!.byScope!,
        },
      ],
    };
    expect(effectivityOf(forReader(resting, official), '2026-06-01').note).not.toContain('77/2026');
    expect(mayRead({ kind: 'departments', departments: [] }, official)).toBe(false);
  });
});
