import { html } from 'hono/html';
import type { Answer, AnswerSection, Citation } from '../../answer/model.ts';
import type { Effectivity } from '../../legal/model.ts';
import { effectivityText } from '../text.ts';
import type { Html } from './layout.ts';

export function effectivityBadge(effectivity: Effectivity): Html {
  return html`<span class="badge eff-${effectivity.status}">${effectivityText(effectivity)}</span>${
    effectivity.note ? html` <span class="note">${effectivity.note}</span>` : ''
  }`;
}

function sourceAnchor(scope: string, n: number): string {
  return `nguon-${scope}-${n}`;
}

/** A line with its [n] marks as links to the sources below it; a mark without a source stays text. */
function markedLine(line: string, scope: string, known: ReadonlySet<number>): Html[] {
  // A mark never begins a line of its own: it belongs to the word before it.
  return line
    .replace(/ (?=\[\d{1,3}\])/g, '\u00a0')
    .split(/(\[\d{1,3}\])/)
    .map((piece) => {
      const n = Number(/^\[(\d{1,3})\]$/.exec(piece)?.[1] ?? Number.NaN);
      return known.has(n)
        ? html`<a class="mark" href="#${sourceAnchor(scope, n)}" aria-label="Căn cứ ${n}">[${n}]</a>`
        : html`${piece}`;
    });
}

type Block =
  | { readonly kind: 'p'; readonly line: string }
  | { readonly kind: 'ul'; readonly lines: string[] };

/** Lines beginning with a dash, plus or bullet become one list; others are paragraphs. */
function blocks(lines: readonly string[]): Block[] {
  const out: Block[] = [];
  for (const line of lines.flatMap((l) => l.split('\n'))) {
    const bullet = /^\s*[-–•+]\s+(.*)$/u.exec(line);
    const last = out.at(-1);
    if (bullet && last?.kind === 'ul') last.lines.push(bullet[1]!);
    else if (bullet) out.push({ kind: 'ul', lines: [bullet[1]!] });
    else if (line.trim()) out.push({ kind: 'p', line });
  }
  return out;
}

function linesView(lines: readonly string[], scope: string, known: ReadonlySet<number>): Html[] {
  return blocks(lines).map((block) =>
    block.kind === 'p'
      ? html`<p>${markedLine(block.line, scope, known)}</p>`
      : html`<ul>${block.lines.map((line) => html`<li>${markedLine(line, scope, known)}</li>`)}</ul>`,
  );
}

function sectionView(section: AnswerSection, scope: string, known: ReadonlySet<number>): Html {
  return html`<div class="sec sec-${section.role}">${
    section.heading ? html`<p class="sec-head">${section.heading}</p>` : ''
  }${linesView(section.lines, scope, known)}</div>`;
}

/** The short answer and cautions stand open; details are one tap away. */
export function answerBody(answer: Answer, scope: string): Html {
  const known = new Set(answer.citations.map((c) => c.n));
  if (answer.sections.length === 0) return html`${linesView(answer.answer.split('\n'), scope, known)}`;
  const substantial = answer.status === 'answered' || answer.status === 'partial';
  const folded = substantial ? answer.sections.filter((s) => s.role === 'detail' || s.role === 'next') : [];
  const open = answer.sections.filter((s) => !folded.includes(s));
  return html`${open.map((s) => sectionView(s, scope, known))}${
    folded.length > 0
      ? html`<details class="more"><summary>Xem chi tiết</summary>${folded.map((s) => sectionView(s, scope, known))}</details>`
      : ''
  }`;
}

/** Sources with their standing and literal quote. `href` gives the page with the text around it. */
export function sourceList(
  citations: readonly Citation[],
  scope: string,
  href: (citation: Citation) => string | undefined,
): Html | '' {
  if (citations.length === 0) return '';
  return html`<div class="sources" role="group" aria-label="Căn cứ"><p class="sec-head">Căn cứ</p><ol>${citations.map(
    (c, i) => sourceItem(c, scope, href(c), sameSource(citations.slice(0, i), c)),
  )}</ol></div>`;
}

/** Quotes of one passage follow each other under the heading of the first. */
function sameSource(before: readonly Citation[], { documentId, label, page }: Citation): number | undefined {
  const other = before.findLastIndex(
    (one) => one.documentId !== documentId || one.label !== label || one.page !== page,
  );
  return before[other + 1]?.n;
}

function sourceItem(
  citation: Citation,
  scope: string,
  href: string | undefined,
  as: number | undefined,
): Html {
  const page = citation.page === undefined ? '' : html`<span class="note">trang ${citation.page}</span>`;
  return html`<li id="${sourceAnchor(scope, citation.n)}" value="${citation.n}" tabindex="-1">
${
  as === undefined
    ? html`<p class="src-label"><span class="src-n" aria-hidden="true">[${citation.n}]</span> <strong>${citation.label}</strong> ${page}</p>
${citation.label.toLowerCase().includes(citation.documentTitle.toLowerCase()) ? '' : html`<p class="src-title">${citation.documentTitle}</p>`}
<p>${effectivityBadge(citation.effectivity)}</p>`
    : html`<p class="src-label"><span class="src-n" aria-hidden="true">[${citation.n}]</span> <span class="note">cùng căn cứ với [${as}]</span></p>`
}
${quoteView(citation.quote)}
${href ? html`<p><a href="${href}">Xem căn cứ<span class="sr"> số ${citation.n}: ${citation.label}</span></a></p>` : ''}
</li>`;
}

/** Longer quotes are folded: on a phone the answer must not drown in its sources. */
const QUOTE_OPEN = 240;
const QUOTE_HINT = 90;

function quoteView(quote: string): Html {
  const block = html`<blockquote>${quote}</blockquote>`;
  if (quote.length <= QUOTE_OPEN) return block;
  const hint = quote.slice(0, QUOTE_HINT).replace(/\s+\S*$/u, '');
  return html`<details class="quote"><summary>Trích: “${hint}…”</summary>${block}</details>`;
}

/** Plain text of an answer with its sources, to be pasted into a paper or message. */
export function citationText(question: string, answer: Answer): string {
  const sources = answer.citations.map(
    (c) => `[${c.n}] ${c.label} (${effectivityText(c.effectivity)})\n    “${c.quote.replace(/\s+/gu, ' ')}”`,
  );
  return [
    `Câu hỏi: ${question}`,
    '',
    answer.answer,
    ...(sources.length > 0 ? ['', 'Căn cứ:', ...sources] : []),
    '',
    'Do máy tổng hợp; văn bản gốc có giá trị áp dụng.',
  ].join('\n');
}
