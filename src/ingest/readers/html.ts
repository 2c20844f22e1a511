import iconv from 'iconv-lite';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { ReadValue } from '../model.ts';
import { failed, refused } from './failure.ts';
import { LIMITS, megabytes } from './limits.ts';
import { clean, decodeText } from './plain-text.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'nav',
  'iframe',
  'object',
  'select',
  'button',
]);
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section ul caption'.split(
    ' ',
  ),
);

/** HTML → lines: one block element a line, table rows as tab-separated cells, lists with their printed numbers. */
export function readHtml(bytes: Uint8Array): ReadValue {
  if (bytes.length > LIMITS.htmlBytes)
    throw refused(
      `Trang HTML lớn ${megabytes(bytes.length)}, vượt mức ${megabytes(LIMITS.htmlBytes)}; hãy in trang ra PDF rồi gửi lại.`,
    );
  const { text, warnings } = decodeHtml(bytes);
  const writer = new LineWriter();
  const document = parse(text);
  try {
    walk(document, writer, 0);
  } catch (cause) {
    throw failed('Trang HTML lồng nhau quá sâu nên không đọc được; hãy lưu lại dạng PDF hoặc DOCX.', cause);
  }
  return {
    format: 'html',
    paged: false,
    pages: [{ page: 1, text: clean(writer.text()), ocr: false }],
    warnings,
  };
}

function decodeHtml(bytes: Uint8Array): { text: string; warnings: readonly string[] } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString(
    'latin1',
  );
  const charset = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const plain = decodeText(bytes);
  const declared =
    charset &&
    !/^utf-?8$|^x-user-defined$|^iso-8859-1$|^windows-1252$/.test(charset) &&
    iconv.encodingExists(charset);
  const looksUtf8 = plain.warnings.length === 0 && !plain.text.includes('\ufffd') && isUtf8(bytes);
  return declared && !looksUtf8 ? { text: iconv.decode(Buffer.from(bytes), charset), warnings: [] } : plain;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

class LineWriter {
  private readonly lines: string[] = [];
  private current = '';

  add(text: string): void {
    this.current += text;
  }

  breakLine(): void {
    const line = this.current.replace(/[^\S\t\n]+/g, ' ').trim();
    if (line) this.lines.push(line);
    this.current = '';
  }

  text(): string {
    this.breakLine();
    return this.lines.join('\n');
  }
}

function walk(node: Node, out: LineWriter, depth: number): void {
  if (depth > LIMITS.xmlDepth * 4) throw new Error('too deep');
  if (node.nodeName === '#text') {
    out.add((node as DefaultTreeAdapterMap['textNode']).value.replace(/\s+/g, ' '));
    return;
  }
  const name = node.nodeName;
  if (SKIPPED.has(name) || hidden(node)) return;
  if (name === 'br') out.breakLine();
  else if (name === 'tr') row(node as Element, out, depth);
  else if (name === 'pre') preformatted(node as Element, out);
  else element(node as Element, name, out, depth);
}

function element(node: Element, name: string, out: LineWriter, depth: number): void {
  const block = BLOCKS.has(name) || name === 'table';
  if (block) out.breakLine();
  if (name === 'li') out.add(listLabel(node));
  for (const child of children(node)) walk(child, out, depth + 1);
  if (block) out.breakLine();
}

/** A row is one line, its cells separated by tabs; text inside a cell keeps to that line. */
function row(tr: Element, out: LineWriter, depth: number): void {
  out.breakLine();
  const cells = tr.childNodes.filter((c) => c.nodeName === 'td' || c.nodeName === 'th');
  if (cells.some((c) => containsTable(c))) {
    for (const cell of cells) for (const child of children(cell)) walk(child, out, depth + 1);
    out.breakLine();
    return;
  }
  const texts = cells.map((cell) => {
    const inner = new LineWriter();
    for (const child of children(cell)) walk(child, inner, depth + 1);
    return inner.text();
  });
  if (isLayoutRow(texts)) {
    for (const text of texts)
      for (const line of text.split('\n')) {
        out.add(line);
        out.breakLine();
      }
    return;
  }
  out.add(texts.map((t) => t.replace(/\n/g, ' ')).join('\t'));
  out.breakLine();
}

/** The two-column head of an official document (issuer | national motto) and long prose cells are columns, not data. */
function isLayoutRow(texts: readonly string[]): boolean {
  const filled = texts.filter(Boolean);
  if (filled.length <= 1) return true;
  return (
    filled.length === 2 &&
    filled.some((t) => /CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI/i.test(t) || /^Nơi nhận/i.test(t))
  );
}

function containsTable(node: Node): boolean {
  return children(node).some((c) => c.nodeName === 'table' || containsTable(c));
}

function preformatted(node: Element, out: LineWriter): void {
  out.breakLine();
  for (const line of rawText(node).split('\n')) {
    out.add(line);
    out.breakLine();
  }
}

function rawText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  return children(node).map(rawText).join('');
}

function listLabel(li: Element): string {
  const parent = li.parentNode as Element | null;
  if (parent?.nodeName !== 'ol') return '- ';
  const items = parent.childNodes.filter((c) => c.nodeName === 'li');
  const start = Number(attribute(parent, 'start') ?? 1) || 1;
  const index = start + items.indexOf(li);
  return attribute(parent, 'type')?.toLowerCase() === 'a'
    ? `${String.fromCharCode(96 + Math.min(index, 26))}) `
    : `${index}. `;
}

function hidden(node: Node): boolean {
  if (!('attrs' in node)) return false;
  return (
    attribute(node, 'hidden') !== undefined || /display\s*:\s*none/i.test(attribute(node, 'style') ?? '')
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value;
}

function children(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
