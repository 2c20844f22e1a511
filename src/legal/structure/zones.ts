import { foldKeepingLength } from '../text.ts';
import { type Heading, isUpper, readAnnex, readArticle, readAttachedTitle } from './headings.ts';
import { type Line, leadsOn } from './lines.ts';

/** The body of a document, or one annex of it. Line numbers, `to` exclusive. */
export interface Zone {
  readonly from: number;
  readonly to: number;
  /** First line of the signature and recipients; `to` where there are none. */
  readonly tail: number;
  /** Where numbered parts may begin: after the header or the annex's own title. */
  readonly bodyFrom: number;
  /** False for annexes whose "Điều 1" belongs to a form to be filled in. */
  readonly articles: boolean;
  readonly annex?: { readonly ordinal: string; readonly title?: string; readonly line: number };
}

const SIGNATURE =
  /^(?:(?:T\/?M|KT|TL|TUQ|Q)\s?[.]\s*\p{Lu}|Nơi nhận|NƠI NHẬN|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|TỔNG THANH TRA|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHỦ NHIỆM|XÁC THỰC VĂN BẢN HỢP NHẤT)(?!\p{L})(?=[\p{Lu}\s]*$))/u;
const ATTACHES = /^\(?\s*(?:Ban hành|Phê duyệt|Kèm)?\s*(?:ban hành\s*)?kèm theo/iu;
const MOTTO = /^Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/iu;
const ISSUED = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s*[:.]?$/u;

interface Boundary {
  readonly line: number;
  readonly ordinal: string;
  readonly attached: boolean;
}

/** Splits a document into its body and its annexes (phụ lục; regulations attached to a decision). */
export function findZones(lines: readonly Line[]): Zone[] {
  const boundaries = findBoundaries(lines);
  const ends = [...boundaries.map((b) => b.line), lines.length];
  const zones: Zone[] = [];
  const bodyEnd = ends[0]!;
  if (bodyEnd > 0) zones.push(bodyZone(lines, bodyEnd));
  boundaries.forEach((boundary, i) => {
    zones.push(annexZone(lines, boundary, ends[i + 1]!));
  });
  return zones;
}

function bodyZone(lines: readonly Line[], until: number): Zone {
  const to = nextDocument(lines, until);
  const lastArticle = lastIndex(lines, 0, to, (line) => !line.quoted && readArticle(line.text) !== undefined);
  const bodyFrom = headerEnd(lines, to);
  const tail = firstIndex(
    lines,
    Math.max(lastArticle + 1, bodyFrom),
    to,
    (line) => !line.quoted && isSignature(line.text),
  );
  return { from: 0, to, tail: tail === -1 ? to : tail, bodyFrom, articles: true };
}

/** Where the signature stands behind which another document with its own motto begins again at Điều 1; `until` where none does.
 * A draft or a form behind an issued text is no part of it. */
function nextDocument(lines: readonly Line[], until: number): number {
  let begun = false;
  let signed: number | undefined;
  let motto = false;
  for (let i = 0; i < until; i++) {
    const { noise, quoted, text } = lines[i]!;
    if (noise || quoted) continue;
    const article = readArticle(text);
    if (article?.strength === 'strong') {
      if (article.number === 1 && signed !== undefined && motto) return signed;
      begun = true;
      signed = undefined;
      motto = false;
    } else if (begun && signed === undefined && isSignature(text)) signed = i;
    else if (signed !== undefined && text.split('\t').some((cell) => MOTTO.test(cell.trim()))) motto = true;
  }
  return until;
}

function annexZone(lines: readonly Line[], boundary: Boundary, to: number): Zone {
  const from = boundary.line;
  const head = annexHead(lines, from, to);
  const title = head.title === '' ? undefined : head.title;
  const ordinal = boundary.attached ? (readAttachedTitle(lines[from]!.text) ?? '') : boundary.ordinal;
  const form = firstIndex(lines, head.next, to, (line) => MOTTO.test(line.text) || /^Mẫu\s/u.test(line.text));
  const article = firstIndex(lines, from, to, (line) => readArticle(line.text) !== undefined);
  return {
    from,
    to,
    tail: to,
    bodyFrom: head.next,
    articles: article !== -1 && (form === -1 || form > article) && isFilledIn(lines[article]!.text),
    annex: { ordinal, line: from, ...(title !== undefined && { title }) },
  };
}

/** "Nơi nhận:", "TM. CHÍNH PHỦ", also where OCR read them in one line or misread a letter. */
function isSignature(text: string): boolean {
  return SIGNATURE.test(text) || /^noi nha[nm]\s*[:;.]/.test(foldKeepingLength(text.slice(0, 14)));
}

/** "Điều 1. ………" is a form, not an article. */
function isFilledIn(text: string): boolean {
  return !/[.…]{4,}/u.test(text);
}

function findBoundaries(lines: readonly Line[]): Boundary[] {
  const found: Boundary[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    if (line.quoted || (leadsOn(lines, i) && !attachesBelow(lines, i))) continue;
    const annex = readAnnexLine(lines, i);
    if (annex !== undefined && isAnnexStart(lines, i, annex.ordinal))
      found.push({ line: i, ordinal: annex.ordinal, attached: false });
    else if (found.every((b) => b.attached) && isAttachedStart(lines, i, found.at(-1)?.line))
      found.push({ line: i, ordinal: '', attached: true });
  }
  return found.filter((b, i) => !isListed(lines, found, b, i) && !bodyGoesOn(lines, b.line));
}

/** A heading of an annex, also behind what OCR made of a stamp beside it ("SÀN<tab>Phụ lục") when "(Kèm theo" follows. */
function readAnnexLine(lines: readonly Line[], at: number): Heading | undefined {
  const { text } = lines[at]!;
  const whole = readAnnex(text);
  if (whole !== undefined || !text.includes('\t')) return whole;
  const cell = text
    .split('\t')
    .map((part) => readAnnex(part.trim()))
    .find((heading) => heading !== undefined);
  return attachesBelow(lines, at) ? cell : undefined;
}

/** "(Kèm theo Nghị định số …)" stands within the next lines. */
function attachesBelow(lines: readonly Line[], at: number): boolean {
  return nextTexts(lines, at, 6).some((below) => ATTACHES.test(below));
}

/** An annex begins after the signature, in capitals, or under its own "(Kèm theo …)". */
function isAnnexStart(lines: readonly Line[], at: number, ordinal: string): boolean {
  const below = nextTexts(lines, at, 8);
  if (attachesBelow(lines, at)) return true;
  if (lines[at]!.text.startsWith('PHỤ') || lines[at]!.text.startsWith('PHU')) return true;
  return ordinal !== '' || isUpper(below[0] ?? '');
}

/** "QUY CHẾ … (Ban hành kèm theo Quyết định số …)" and its like, not directly below an annex's own heading. */
function isAttachedStart(lines: readonly Line[], at: number, last: number | undefined): boolean {
  if (readAttachedTitle(lines[at]!.text) === undefined) return false;
  if (last !== undefined && lines.slice(last, at).filter((line) => !line.noise).length <= 8) return false;
  return nextTexts(lines, at, 8).some((text) => ATTACHES.test(text));
}

/** The article after a "Phụ lục" that stood in the text is the one due next, so the body was not over. */
function bodyGoesOn(lines: readonly Line[], at: number): boolean {
  const article = (line: Line) => (line.quoted || line.noise ? undefined : readArticle(line.text));
  const after = firstIndex(lines, at, lines.length, (line) => article(line)?.strength === 'strong');
  if (after === -1) return false;
  const before = lastIndex(lines, 0, at, (line) => article(line)?.strength === 'strong');
  return before !== -1 && article(lines[after]!)!.number === article(lines[before]!)!.number + 1;
}

/** A list of annexes names each one again where it begins. */
function isListed(
  lines: readonly Line[],
  found: readonly Boundary[],
  boundary: Boundary,
  i: number,
): boolean {
  const again = found
    .slice(i + 1)
    .some((b) => b.ordinal === boundary.ordinal && !b.attached && !boundary.attached && b.ordinal !== '');
  const next = found[i + 1];
  if (!again || next === undefined) return false;
  return lines.slice(boundary.line, next.line).filter((line) => !line.noise).length <= 8;
}

/** Title lines below an annex's heading, up to and including "(Kèm theo …)". */
function annexHead(lines: readonly Line[], from: number, to: number): { title: string; next: number } {
  const heading = readAnnex(lines[from]!.text);
  const parts: string[] =
    heading === undefined ? [lines[from]!.text] : [lines[from]!.text.slice(heading.restAt)];
  let next = from + 1;
  let attaching = false;
  for (let i = from + 1; i < Math.min(to, from + 24); i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    if (!attaching && ATTACHES.test(line.text)) attaching = true;
    else if (
      !attaching &&
      (line.quoted ||
        !(isUpper(line.text) || /^(?:Về|về) /u.test(line.text)) ||
        /^(?:[IVX]+|[A-H]|\d+)\s?[.)]\s/u.test(line.text) ||
        readAnnex(line.text))
    )
      break;
    if (attaching) {
      next = i + 1;
      if (/\)\s*\d?\s*$/u.test(line.text) || i > from + 12) break;
      continue;
    }
    parts.push(line.text);
    next = i + 1;
  }
  return {
    title: parts
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/\s*\(\s*(?:Ban hành |Kèm ).*$/iu, '')
      .trim(),
    next,
  };
}

/** First line after the header: below the subject of an administrative document, or where "QUYẾT ĐỊNH:" ends the recitals. */
function headerEnd(lines: readonly Line[], to: number): number {
  const issued = firstIndex(
    lines,
    0,
    Math.min(to, 120),
    (line) => ISSUED.test(line.text) && /:/u.test(line.text),
  );
  if (issued !== -1) return issued + 1;
  const motto = firstIndex(lines, 0, Math.min(to, 60), (line) => MOTTO.test(line.text));
  return motto === -1 ? 0 : motto + 1;
}

function nextTexts(lines: readonly Line[], at: number, count: number): string[] {
  const texts: string[] = [];
  for (let i = at + 1; i < lines.length && texts.length < count; i++)
    if (!lines[i]!.noise) texts.push(lines[i]!.text);
  return texts;
}

function firstIndex(lines: readonly Line[], from: number, to: number, test: (line: Line) => boolean): number {
  for (let i = from; i < to; i++) if (!lines[i]!.noise && test(lines[i]!)) return i;
  return -1;
}

function lastIndex(lines: readonly Line[], from: number, to: number, test: (line: Line) => boolean): number {
  for (let i = to - 1; i >= from; i--) if (!lines[i]!.noise && test(lines[i]!)) return i;
  return -1;
}
