import { tableLines } from '../layout/tables.ts';
import type { StyledRun } from '../legacy/runs.ts';

/** What a Word document is made of, whatever the file format (DOCX, DOC, RTF). */
export type Block =
  | { readonly kind: 'paragraph'; readonly label: string; readonly runs: readonly StyledRun[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Block[])[])[] };

/** Blocks → lines; `text` gives the decoded text of the next paragraph in document order. */
export function blockLines(blocks: readonly Block[], text: () => string): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return paragraphLines(block.label, text());
    return tableLines(block.rows.map((row) => row.map((cell) => blockLines(cell, text))));
  });
}

function paragraphLines(label: string, text: string): string[] {
  const lines = text.split('\n').map((l) => l.trim());
  if (label !== '' && lines.some((l) => l.trim() !== '')) lines[0] = `${label} ${lines[0]!}`;
  return lines;
}
