import type { LegalNode } from '../../legal/model.ts';
import type { Placed } from '../../legal/structure/tree.ts';

const WORDS: Readonly<Partial<Record<LegalNode['type'], string>>> = {
  phu_luc: 'Phụ lục',
  phan: 'Phần',
  chuong: 'Chương',
  muc: 'Mục',
  tieu_muc: 'Tiểu mục',
  dieu: 'Điều',
};

/** "Chương II. THẨM QUYỀN", "Điều 5. Hồ sơ", "Mẫu số 01". */
export function nodeTitle({ type, ordinal, title }: LegalNode): string {
  const named =
    ordinal === undefined || /^\p{Lu}\p{Ll}/u.test(ordinal)
      ? (ordinal ?? WORDS[type] ?? '')
      : `${WORDS[type] ?? ''} ${ordinal}`;
  return title === undefined ? named : `${named}. ${title}`;
}

const SHORT: Readonly<Record<LegalNode['type'], string>> = {
  document: 'p',
  phu_luc: 'pl',
  phan: 'ph',
  chuong: 'c',
  muc: 'm',
  tieu_muc: 'tm',
  dieu: 'd',
  khoan: 'k',
  diem: '',
  item: 'i',
  paragraph: 'p',
};

/** A node in an id: "d5", "k2", "a", "plI". */
export function nodeName({ type, ordinal }: LegalNode): string {
  const slugged = (ordinal ?? '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${SHORT[type]}${slugged}`;
}

/** `d5`, `plI.d3`, `m1.k2`, `p0` for what stands before the first section. Chapters are left out: articles run through. */
export function unitName({ node, ancestors }: Placed): string {
  if (node.type === 'document') return 'p0';
  const chain = [...ancestors, node].filter(
    (n) => n.type !== 'document' && (node.type !== 'dieu' || n.type === 'dieu' || n.type === 'phu_luc'),
  );
  return chain.map(nodeName).join('.');
}
