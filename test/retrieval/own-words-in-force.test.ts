import { describe, expect, it } from 'vitest';
import { effectivityOf } from '../../src/retrieval/in-force.ts';
import type { DocumentFacts } from '../../src/retrieval/model.ts';

const guide = { ownWords: true, date: '2026-11-23' } as DocumentFacts;

describe("a text of the project's own", () => {
  it('is not dated by when it was checked: for an earlier day nothing is known', () => {
    expect(effectivityOf(guide, '2025-04-20').status).toBe('unknown');
  });

  it('is unlike a document, which is not there before it is issued', () => {
    const { ownWords: _, ...document } = guide;
    expect(effectivityOf(document as DocumentFacts, '2025-04-20').status).toBe('not_yet');
  });
});
