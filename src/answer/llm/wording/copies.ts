/** Original or copy: what a table of a dossier says of one paper is said of no other. */
import { splitCells } from '../../facts/cells.ts';
import { clausesOf, contentOf, copiesOf } from './words.ts';

/** The columns of numbers end a row: "Đơn đề nghị1 bản chínhTờ khai0 bản chính,1 bản sao". */
const ROW_END = /(?<=\d\s*bản (?:chính|sao))(?!\s*,\s*\d)/iu;
const COUNTS = /(\d+)\s*bản chính(?:\s*,\s*(\d+)\s*bản sao)?\s*$/iu;

/** Rows of a table of papers; the text itself where there is none. */
export function rowsOf(text: string): string[] {
  return splitCells(text)
    .split(ROW_END)
    .map((row) => row.trim())
    .filter((row) => row !== '');
}

/** @returns "ban sao", "ban chinh" … that a clause says of a paper whose rows say something else */
export function otherCopies(clause: string, passages: readonly string[]): string[] {
  const said = copiesOf(clause);
  const words = contentOf(clause).filter((w) => !/^(?:ban|sao|chinh|goc|nop|la)$/.test(w));
  if (said.length === 0 || words.length === 0) return [];
  const rows = passages.flatMap(rowsOf).flatMap((row) => (COUNTS.test(row) ? [row] : clausesOf(row)));
  const share = rows.map((row) => ({ row, found: new Set(contentOf(row)) }));
  const most = Math.max(0, ...share.map(({ found }) => words.filter((w) => found.has(w)).length));
  const own = share.filter(({ found }) => most > 0 && words.filter((w) => found.has(w)).length === most);
  const compares = /đối chiếu|xuất trình/iu.test(clause);
  return said.filter((copy) => own.length > 0 && !own.some(({ row }) => allows(row, copy, compares)));
}

function allows(row: string, copy: string, compares: boolean): boolean {
  const counts = COUNTS.exec(row);
  if (copy === 'ban chinh' && counts?.[1] === '0')
    return compares && copiesOf(row.replace(COUNTS, '')).includes(copy);
  return copiesOf(row).includes(copy);
}
