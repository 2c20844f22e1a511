import type { CitationPath, LegalNode } from '../model.ts';

/** A node with those above it, from the root's child down to its parent. */
export interface Placed {
  readonly node: LegalNode;
  readonly ancestors: readonly LegalNode[];
}

/** Every node below `root`, parents before children, in the order of the text. */
export function* walk(root: LegalNode, ancestors: readonly LegalNode[] = []): Generator<Placed> {
  for (const node of root.children) {
    yield { node, ancestors };
    yield* walk(node, [...ancestors, node]);
  }
}

/** All điều of a document, those of attached regulations included. */
export function articlesOf(root: LegalNode): Placed[] {
  return [...walk(root)].filter(({ node }) => node.type === 'dieu');
}

/**
 * The path of a node as citations print it. Sections of a text without articles have no word of their own in the
 * contract: "A", "I" and the mục and phần of an annex are joined into `muc` ("1.A.I"); "1.1" takes the place of khoản.
 */
export function pathOf({ node, ancestors }: Placed): CitationPath {
  const chain = [...ancestors, node];
  const ordinal = (type: LegalNode['type']) => chain.findLast((n) => n.type === type)?.ordinal;
  const annex = chain.find((n) => n.type === 'phu_luc');
  const dieu = ordinal('dieu');
  const khoan = ordinal('item') ?? ordinal('khoan');
  const chuong = ordinal('chuong');
  const diem = ordinal('diem');
  const sections = chain.filter((n) =>
    (dieu === undefined ? /^(?:phan|muc|tieu_muc)$/ : /^(?:muc|tieu_muc)$/).test(n.type),
  );
  const muc = sections.map((n) => n.ordinal ?? '').join('.');
  return {
    ...(annex !== undefined && { phuLuc: annex.ordinal ?? '' }),
    ...(chuong !== undefined && { chuong }),
    ...(muc !== '' && { muc }),
    ...(dieu !== undefined && { dieu }),
    ...(khoan !== undefined && { khoan }),
    ...(diem !== undefined && { diem }),
  };
}
