import type { AnswerSection, Citation } from './model.ts';

/** Plain text of an answer, as a person reads it: sections in order, then where the marks [n] lead. */
export function renderPlain(sections: readonly AnswerSection[], citations: readonly Citation[]): string {
  const blocks = sections.filter((s) => s.lines.length > 0 || s.heading !== undefined).map(sectionText);
  const sources = sourcesLine(citations);
  return [...blocks, ...(sources === '' ? [] : [sources])].join('\n\n');
}

function sectionText({ role, heading, lines }: AnswerSection): string {
  const listed = role === 'detail' || lines.length > 1;
  const body = lines.map((line) => (listed && role !== 'conclusion' ? `- ${line}` : line));
  return [...(heading === undefined ? [] : [`${heading}:`]), ...body].join('\n');
}

/** "Nguồn: [1] [3] Trình tự thực hiện, [2] Thành phần hồ sơ – Thủ tục … (mã …)": one document named once. */
function sourcesLine(citations: readonly Citation[]): string {
  const documents = new Map<string, Map<string, number[]>>();
  for (const { n, label } of citations) {
    const cut = label.indexOf(' – ');
    const [place, document] = cut < 0 ? [label, ''] : [label.slice(0, cut), shortName(label.slice(cut))];
    const places = documents.get(document) ?? new Map<string, number[]>();
    places.set(place, [...(places.get(place) ?? []), n]);
    documents.set(document, places);
  }
  const named = [...documents].map(
    ([document, places]) =>
      [...places].map(([place, ns]) => `${ns.map((n) => `[${n}]`).join(' ')} ${place}`).join(', ') + document,
  );
  return named.length === 0 ? '' : `Nguồn: ${named.join('; ')}`;
}

/** The heading names the procedure in full; its code is enough here. */
function shortName(document: string): string {
  const code = /\(mã [\d.]+\)/u.exec(document)?.[0];
  return code
    ? ` – thủ tục ${code.slice(1, -1)}${document.slice(document.indexOf(code) + code.length)}`
    : document;
}
