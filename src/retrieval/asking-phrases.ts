import { fold } from '../legal/text.ts';
import type { AskedField } from './model.ts';

/** Ways of asking for a field. Written with diacritics for the reader, matched without; "…" stands for up to three
 * syllables. `cue` phrases are only about asking and are taken out of the subject; `word` phrases also belong to
 * procedures' names ("cấp giấy phép", "lệ phí trước bạ") and stay in it. */
interface FieldPhrases {
  readonly cue: readonly string[];
  readonly word: readonly string[];
}

const PHRASES: Readonly<Record<AskedField, FieldPhrases>> = {
  thoi_han: {
    cue: [
      'mất bao lâu',
      'mất mấy ngày',
      'mất bao nhiêu ngày',
      'mất mấy tháng',
      'mất mấy hôm',
      'trong bao lâu',
      'bao lâu thì có',
      'bao lâu',
      'mấy ngày làm việc',
      'bao nhiêu ngày làm việc',
      'mấy ngày',
      'bao nhiêu ngày',
      'mấy tháng',
      'mấy tuần',
      'mấy hôm',
      'chậm nhất',
      'trong mấy',
      'khi nào xong',
      'bao giờ xong',
      'khi nào có',
      'bao giờ có',
      'trước ngày nào',
      'hạn chót',
      'giải quyết trong',
    ],
    word: ['thời hạn', 'thời gian'],
  },
  thanh_phan_ho_so: {
    cue: [
      'cần giấy tờ gì',
      'cần những giấy tờ gì',
      'cần những giấy gì',
      'cần giấy gì',
      'giấy tờ gì',
      'những giấy tờ nào',
      'giấy tờ nào',
      'giấy gì',
      'hồ sơ gồm những gì',
      'hồ sơ gồm gì',
      'hồ sơ gồm',
      'hồ sơ cần gì',
      'cần hồ sơ gì',
      'hồ sơ gì',
      'bộ hồ sơ',
      'gồm những gì',
      'gồm gì',
      'cần những gì',
      'cần bằng gì',
      'cần gì',
      'nộp những gì',
      'nộp gì',
      'nộp giấy gì',
      'kèm gì',
      'kèm những gì',
      'kèm theo gì',
      'mang theo gì',
      'chuẩn bị gì',
      'chuẩn bị những gì',
      'mấy bản',
      'bao nhiêu bản',
      'làm hồ sơ sao',
    ],
    word: ['thành phần hồ sơ', 'giấy tờ', 'hồ sơ'],
  },
  bieu_mau: {
    cue: [
      'mẫu nào',
      'mẫu số mấy',
      'mẫu số nào',
      'mẫu mấy',
      'mẫu gì',
      'theo mẫu số mấy',
      'theo mẫu mấy',
      'theo mẫu nào',
      'dùng mẫu số mấy',
      'dùng mẫu nào',
      'mẫu đơn nào',
      'mẫu đơn gì',
      'mẫu phiếu nào',
      'mẫu tờ khai nào',
      'đơn mẫu nào',
      'mẫu thông báo nào',
    ],
    word: ['biểu mẫu', 'mẫu số', 'mẫu đơn', 'tờ khai'],
  },
  le_phi: {
    cue: [
      'bao nhiêu tiền',
      'mất bao nhiêu tiền',
      'hết bao nhiêu tiền',
      'hết bao nhiêu',
      'tốn bao nhiêu',
      'tốn phí không',
      'tốn tiền không',
      'mất phí không',
      'mất tiền không',
      'có tốn phí',
      'có mất phí',
      'có mất tiền',
      'thu bao nhiêu',
      'thu phí bao nhiêu',
      'phí bao nhiêu',
      'lệ phí bao nhiêu',
      'đóng bao nhiêu',
      'nộp bao nhiêu tiền',
      'mức thu',
      'mức phí',
      'miễn phí không',
      'có phải đóng lệ phí',
      'phải đóng phí',
      'bao nhiêu một trang',
      'giá bao nhiêu',
    ],
    word: ['lệ phí', 'phí'],
  },
  tham_quyen: {
    cue: [
      'nộp ở đâu',
      'nộp tại đâu',
      'nộp đâu',
      'nộp cho ai',
      'nộp cho cơ quan nào',
      'nộp cơ quan nào',
      'ở đâu',
      'tại đâu',
      'cơ quan nào',
      'nơi nào',
      'do ai',
      'ai ký',
      'ai duyệt',
      'ai phê duyệt',
      'ai quyết',
      'ai quyết định',
      'ai có thẩm quyền',
      'ai cấp',
      'ai giải quyết',
      'ai công nhận',
      'gửi cho ai',
      'gửi ai',
      'gửi lên ai',
      'thuộc thẩm quyền',
      'cấp nào',
      'xã nào',
      'bộ phận nào',
      'công an nào',
      'đến đâu',
      'làm ở xã khác',
      'được không',
    ],
    word: ['thẩm quyền', 'cơ quan'],
  },
  trinh_tu: {
    cue: [
      'thủ tục ra sao',
      'thủ tục thế nào',
      'thủ tục như thế nào',
      'làm thế nào',
      'làm sao',
      'ra sao',
      'như thế nào',
      'thế nào',
      'các bước',
      'mấy bước',
      'bước nào',
      'ai lập',
      'ai chủ trì',
      'quy trình ra sao',
      'tính sao',
    ],
    word: ['trình tự', 'quy trình', 'thủ tục'],
  },
  dieu_kien: {
    cue: [
      'điều kiện gì',
      'điều kiện nào',
      'điều kiện ra sao',
      'cần điều kiện',
      'đủ điều kiện',
      'có bắt buộc',
      'bắt buộc phải',
      'có được không',
      'trường hợp nào',
      'khi nào thì được',
      'mới được',
      'có phải',
    ],
    word: ['điều kiện', 'yêu cầu'],
  },
  ket_qua: {
    cue: [
      'được cấp giấy gì',
      'cấp giấy gì',
      'ra giấy gì',
      'trả giấy gì',
      'được trả giấy gì',
      'nhận được gì',
      'nhận giấy gì',
      'kết quả là gì',
      'kết quả là giấy gì',
      'được cấp gì',
      'cấp những gì',
      'ra quyết định gì',
    ],
    word: ['kết quả'],
  },
  can_cu: {
    cue: [
      'căn cứ luật nào',
      'theo luật nào',
      'luật nào',
      'theo nghị định nào',
      'nghị định nào',
      'theo thông tư nào',
      'thông tư nào',
      'của thông tư nào',
      'theo quyết định nào',
      'văn bản nào',
      'quy định ở đâu',
      'căn cứ vào đâu',
      'căn cứ nào',
      'căn cứ pháp lý',
      'theo điều nào',
      'điều nào',
      'điều mấy',
    ],
    word: ['căn cứ'],
  },
  doi_tuong: {
    cue: [
      'những ai',
      'ai được',
      'đối tượng nào',
      'ai có quyền',
      'ai đủ',
      'ai phải',
      'áp dụng cho ai',
      'gồm ai',
    ],
    word: ['đối tượng'],
  },
};

/** Words of asking and of politeness that name nothing. */
const FILLER = [
  'cho hỏi',
  'xin hỏi',
  'cho em hỏi',
  'cho mình hỏi',
  'làm ơn',
  'ạ',
  'vậy',
  'nhỉ',
  'nhé',
  'với ạ',
  'thì sao',
  'là gì',
  'phải không',
  'hay không',
  'đúng không',
  'có cần',
  'đúng hay sai',
  'là bao nhiêu',
  'là bao lâu',
  'bao nhiêu',
  'những gì',
  'không',
  'thì',
  'gì',
  'nào',
  'ai',
  'mấy',
];

interface Phrase {
  readonly syllables: readonly string[];
  readonly field?: AskedField;
  readonly cue: boolean;
}

const COMPILED: ReadonlyMap<string, readonly Phrase[]> = compile();

function compile(): Map<string, Phrase[]> {
  const all: Phrase[] = FILLER.map((p) => ({ syllables: fold(p).split(' '), cue: true }));
  for (const [field, { cue, word }] of Object.entries(PHRASES) as [AskedField, FieldPhrases][]) {
    for (const p of cue) all.push({ syllables: fold(p).split(' '), field, cue: true });
    for (const p of word) all.push({ syllables: fold(p).split(' '), field, cue: false });
  }
  all.sort((a, b) => b.syllables.length - a.syllables.length);
  const byFirst = new Map<string, Phrase[]>();
  for (const p of all) byFirst.set(p.syllables[0]!, [...(byFirst.get(p.syllables[0]!) ?? []), p]);
  return byFirst;
}

const SYLLABLES: ReadonlySet<string> = new Set(
  [...COMPILED.values()].flatMap((phrases) => phrases.flatMap(({ syllables }) => syllables)),
);

/** Is a folded syllable one of a phrase of asking? Such a syllable is no slip, even where no text has it. */
export function isAskingSyllable(folded: string): boolean {
  return SYLLABLES.has(folded);
}

export interface Asking {
  /** Fields asked for, cues before words, each once. */
  readonly fields: readonly AskedField[];
  /** 1 for each syllable that only asks. */
  readonly asking: Uint8Array;
}

/** Separates what is asked for from its subject, longest phrase first. @param folded syllables, abbreviations expanded. */
export function separateAsking(folded: readonly string[]): Asking {
  const asking = new Uint8Array(folded.length);
  const cues = new Set<AskedField>();
  const words = new Set<AskedField>();
  for (let i = 0; i < folded.length; ) {
    const phrase = COMPILED.get(folded[i]!)?.find((p) => p.syllables.every((s, j) => folded[i + j] === s));
    if (!phrase) {
      i++;
      continue;
    }
    if (phrase.field) (phrase.cue ? cues : words).add(phrase.field);
    if (phrase.cue) asking.fill(1, i, i + phrase.syllables.length);
    i += phrase.syllables.length;
  }
  return { fields: [...cues, ...[...words].filter((w) => !cues.has(w))], asking };
}
