import type { DocumentHeader, Relation } from '../../../src/legal/model.ts';
import { findRelations } from '../../../src/legal/relations/relations.ts';
import { sentencesOf } from '../../../src/legal/relations/sentences.ts';
import { parseStructure } from '../../../src/legal/structure/structure.ts';

export const HEADER: DocumentHeader = { number: '300/2026/NĐ-CP', type: 'Nghị định', confidence: {} };
export const relations = (text: string, header = HEADER): Relation[] => {
  const tree = parseStructure(text);
  return findRelations({ text, tree, sentences: sentencesOf(text, tree) }, header);
};
export const brief = (text: string, header = HEADER) =>
  relations(text, header).map(({ kind, target, targetPath }) => [
    kind,
    target,
    ...(targetPath === undefined ? [] : [targetPath]),
  ]);
