/** Names that a person acts on: laws, papers of a dossier, deciding bodies, "miễn phí". */
import { fold } from '../../legal/text.ts';
import type { Fact } from './model.ts';

const LAW = /(?:Bộ luật|Luật|Pháp lệnh)\s+(?=\p{Lu})(?!Số|Này)(\p{L}+\s+\p{L}+)/gu;
const PAPER =
  /(?<![\p{L}])(to khai|giay(?! to(?![\p{L}]))|phieu|trich luc|bien ban|ban ke|bang ke|ban cam ket|to trinh|hop dong|don (?:de nghi|xin|yeu cau|dang ky|khieu nai|to cao|khoi kien))((?:\s+[\p{L}\p{M}]+){1,6})/gu;
/** Words after which a paper's name is over. */
const NAME_ENDS = new Set(
  'cua theo do va hoac co de cho khi tai da duoc neu la cung kem thi can phai ve trong voi tu gom nay do tren duoi ban mau so khong con thuoc cap ngay doi truoc sau ma nhu bang o nop chua'.split(
    ' ',
  ),
);
const PLACED =
  /(?<![\p{L}])(?:(chu tich|pho chu tich|truong) )?(ubnd|hdnd|cong an|toa an nhan dan|toa an|thi hanh an|kbnn|vien kiem sat nhan dan)(?: (?:cac|cap))*(?: (xa|phuong|dac khu|thi tran|huyen|quan|thi xa|tinh|thanh pho))?(?![\p{L}])/gu;
const LEVEL: Readonly<Record<string, string>> = {
  xa: 'xa',
  phuong: 'xa',
  'dac khu': 'xa',
  'thi tran': 'xa',
  huyen: 'huyen',
  quan: 'huyen',
  'thi xa': 'huyen',
  tinh: 'tinh',
  'thanh pho': 'tinh',
};
const BODY =
  /(?<![\p{L}])(Sở|Bộ|Cục|Chi cục|Tổng cục|Phòng|Ban|Thanh tra|Kho bạc|Trung tâm|Văn phòng|Hội đồng|Bảo hiểm xã hội|Tòa án|Viện)\s+(\p{Lu}\p{L}*(?:\s+\p{L}+)?)/gu;
const FREE =
  /mien (?:phi|le phi|thu|nop phi|nop le phi)|khong (?:thu|mat|phai nop|phai dong|co) (?:phi|le phi|tien|khoan phi)|khong (?:ton|mat) (?:phi|tien|chi phi)/u;
const FREE_IN_SOURCE =
  /mien|khong thu|khong phai nop|khong mat|khong co phi|khong quy dinh|khong co le phi|le phi\s*:?\s*khong(?! co thong tin)/u;

/** Abbreviations of bodies spelled one way; not length-preserving. */
function bodiesFolded(text: string): string {
  return fold(text)
    .replace(/uy ban nhan dan/g, 'ubnd')
    .replace(/hoi dong nhan dan/g, 'hdnd')
    .replace(/kho bac nha nuoc/g, 'kbnn')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** @returns names in a statement, each with a key that `namesSupported` looks for */
export function namesOf(text: string): Fact[] {
  const facts: Fact[] = [];
  for (const m of text.matchAll(LAW)) facts.push({ kind: 'law', text: m[0], key: `luat ${flat(m[1]!)}` });
  for (const m of fold(text).matchAll(PAPER)) {
    const rest: string[] = [];
    for (const w of m[2]!.trim().split(/\s+/)) {
      if (NAME_ENDS.has(w)) break;
      rest.push(w);
    }
    // The words beyond the third are often the asker's ("Giấy khai sinh bé Na"), so they are not held against it.
    if (rest.length > 0)
      facts.push({ kind: 'paper', text: m[0].trim(), key: [m[1], ...rest.slice(0, 3)].join(' ') });
  }
  const bodies = bodiesFolded(text);
  for (const m of bodies.matchAll(PLACED)) {
    const key = placedKey(m as RegExpExecArray);
    facts.push({ kind: 'authority', text: m[0].trim(), key });
  }
  for (const m of text.matchAll(BODY))
    if (!/^luật/iu.test(m[2]!)) facts.push({ kind: 'authority', text: m[0], key: flat(m[0]) });
  if (FREE.test(fold(text))) facts.push({ kind: 'free_of_charge', text: 'miễn phí', key: 'free' });
  return facts;
}

/** Folded words with one blank between; "cước16" is a word and a number. */
const flat = (s: string) =>
  fold(s)
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function placedKey(m: RegExpExecArray): string {
  const level = m[3] ? LEVEL[m[3]] : '';
  return `${m[1] ? `${m[1]} ` : ''}${m[2]}:${level}`;
}

/** The names of a source, ready to be asked. */
export interface SourceNames {
  has(fact: Fact): boolean;
}

export function namesInSource(text: string): SourceNames {
  const flatText = ` ${flat(text)} `;
  const bodies = bodiesFolded(text);
  const placed = new Set<string>();
  for (const m of bodies.matchAll(PLACED)) {
    const key = placedKey(m as RegExpExecArray);
    placed.add(key);
    // "Chủ tịch UBND cấp xã" also names the UBND cấp xã, and a body with a level names the body.
    const body = key.replace(/^(?:pho )?chu tich |^truong /, '');
    placed.add(body).add(key.replace(/:.*/, ':')).add(body.replace(/:.*/, ':'));
    if (body.startsWith('toa an')) placed.add('toa an:');
  }
  // "UBND xã, phường, huyện": levels listed after one body belong to it.
  for (const m of bodies.matchAll(
    /(ubnd|hdnd|cong an)((?: (?:cac|cap|xa|phuong|dac khu|thi tran|huyen|quan|thi xa|tinh|thanh pho|va|hoac))+)/gu,
  ))
    for (const [word, level] of Object.entries(LEVEL))
      if (` ${m[2]} `.includes(` ${word} `)) placed.add(`${m[1]}:${level}`);
  const free =
    FREE_IN_SOURCE.test(flatText) || /(?<![\d.,])0\s*(?:d|dong|viet nam dong)(?![\p{L}])/u.test(fold(text));
  return {
    has: (fact) => {
      if (fact.kind === 'free_of_charge') return free;
      if (fact.key.includes(':')) return placed.has(fact.key);
      return flatText.includes(` ${fact.key} `);
    },
  };
}
