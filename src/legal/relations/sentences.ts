import type { CitationPath, LegalNode } from '../model.ts';
import { pathOf, walk } from '../structure/tree.ts';
import { foldKeepingLength } from '../text.ts';

/** A sentence of an official document. `text` is its literal words, runs of white space made one space. */
export interface Sentence {
  readonly text: string;
  /** `text` folded (`foldKeepingLength`), which every reader of sentences needs. */
  readonly folded: string;
  /** 0: an article's heading or own text; 1: khoản; 2: điểm; 3: items below. */
  readonly level: number;
  /** The part it stands in; absent before the first article. */
  readonly place?: CitationPath;
}

/** The sentences before the first article (or part), and those of the body; annexes are left out. */
export interface Sentences {
  readonly preamble: readonly Sentence[];
  readonly body: readonly Sentence[];
}

export function sentencesOf(text: string, tree: LegalNode): Sentences {
  const own = tree.children.filter((node) => node.type !== 'phu_luc');
  const first = own[0]?.span.start ?? tree.children[0]?.span.start ?? text.length;
  const preamble = paragraphs(text.slice(0, first)).map((paragraph) => sentence(paragraph, 0));
  const body: Sentence[] = [];
  for (const placed of walk({ ...tree, children: own })) {
    const { node } = placed;
    if (!/^(?:dieu|khoan|diem|item)$/.test(node.type)) continue;
    const stop = node.children[0]?.span.start ?? node.span.end;
    const level = node.type === 'dieu' ? 0 : node.type === 'khoan' ? 1 : node.type === 'diem' ? 2 : 3;
    const place = pathOf(placed);
    for (const one of sentencesIn(text.slice(node.span.start, stop), level)) body.push({ ...one, place });
  }
  return { preamble, body };
}

function sentence(text: string, level: number): Sentence {
  return { text, folded: foldKeepingLength(text), level };
}

/** Paragraphs of wrapped text: a line that ends a sentence, or one that begins with a mark or in capitals, ends one. */
function paragraphs(text: string): string[] {
  const out: string[] = [];
  let ended = true;
  for (const line of text.split('\n').map((l) => l.replace(/\s+/g, ' ').trim())) {
    if (line === '') {
      ended = ended || /[.;:]$/.test(out.at(-1) ?? '.');
      continue;
    }
    const begins =
      ended ||
      /^(?:(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Pháp lệnh)\s.{0,90}?số\s\d|Căn cứ|Theo đề nghị|Xét|Thực hiện|Trên cơ sở|\d{1,3}[.)]\s|[-+–]\s)/u.test(
        line,
      );
    const before = out.at(-1);
    // "… số 14/2022/NQ-" over "HĐND.": a number that the line's end cut goes on in capitals.
    const cut = before !== undefined && /\/\p{L}{1,4}-$/u.test(before);
    const heads = before === undefined || isCapitals(before) || (isCapitals(line) && !isCapitals(before));
    if (!cut && (begins || heads)) out.push(line);
    else out[out.length - 1] = `${before} ${line}`;
    ended = /[.;:]$/.test(line) || /^Độc lập/u.test(line);
  }
  return out;
}

function isCapitals(line: string): boolean {
  return line === line.toUpperCase();
}

/** Sentences of one part, quoted passages (the new wording an amendment gives) left out. */
function sentencesIn(text: string, level: number): Sentence[] {
  return unquoted(paragraphs(text)).flatMap((paragraph, i) =>
    paragraph
      // "khoản 1. …" goes on, "… năm 2020. Thông tư số …" begins anew: of figures only a year ends a sentence.
      .split(/(?<=(?:(?<!\d)|(?<!\d)(?:19|20)\d{2})\.)\s+(?=\p{Lu})/u)
      .filter((part) => /\p{L}/u.test(part))
      .map((part) => sentence(part, i > 0 && /^[-+–]/u.test(part) ? 3 : level)),
  );
}

function unquoted(all: readonly string[]): string[] {
  const out: string[] = [];
  let quoted = false;
  for (const paragraph of all) {
    const opens = /^[“"«]/u.test(paragraph) && /:$/.test(out.at(-1) ?? '');
    if (opens) quoted = true;
    if (!quoted) out.push(paragraph);
    if (quoted && /[”"»]\s*[.;,]*$/u.test(paragraph)) quoted = false;
  }
  return out;
}
