/**
 * The symbols (ký hiệu) that document numbers are made of. Keys are folded (lower case, no diacritics).
 * Types: decree 30/2020/NĐ-CP, phụ lục III; Law 64/2025/QH15, Điều 4; older forms as printed in the Gazette.
 */

/** Symbol of a document type → its name and the symbol as printed. */
export const TYPE_SYMBOLS: Readonly<Record<string, { readonly type: string; readonly printed: string }>> = {
  nd: { type: 'Nghị định', printed: 'NĐ' },
  nq: { type: 'Nghị quyết', printed: 'NQ' },
  nqlt: { type: 'Nghị quyết liên tịch', printed: 'NQLT' },
  tt: { type: 'Thông tư', printed: 'TT' },
  ttlt: { type: 'Thông tư liên tịch', printed: 'TTLT' },
  ttlb: { type: 'Thông tư liên bộ', printed: 'TTLB' },
  qd: { type: 'Quyết định', printed: 'QĐ' },
  ct: { type: 'Chỉ thị', printed: 'CT' },
  vbhn: { type: 'Văn bản hợp nhất', printed: 'VBHN' },
  pl: { type: 'Pháp lệnh', printed: 'PL' },
  l: { type: 'Lệnh', printed: 'L' },
  kh: { type: 'Kế hoạch', printed: 'KH' },
  tb: { type: 'Thông báo', printed: 'TB' },
  hd: { type: 'Hướng dẫn', printed: 'HD' },
  bc: { type: 'Báo cáo', printed: 'BC' },
  ttr: { type: 'Tờ trình', printed: 'TTr' },
  cd: { type: 'Công điện', printed: 'CĐ' },
  cv: { type: 'Công văn', printed: 'CV' },
  ctr: { type: 'Chương trình', printed: 'CTr' },
  qyd: { type: 'Quy định', printed: 'QyĐ' },
  qc: { type: 'Quy chế', printed: 'QC' },
  kl: { type: 'Kết luận', printed: 'KL' },
  pa: { type: 'Phương án', printed: 'PA' },
  gm: { type: 'Giấy mời', printed: 'GM' },
};

/** Issuer symbols whose printed form is not simply upper case without diacritics, or that are typed in lower case. */
const ISSUER_SYMBOLS = [
  'CP TTg CTN HĐBT VPCP TTCP CAND BCĐ BCĐTW BTGTW TW TU HU ĐU UBND UB HĐND HĐTP TANDTC VKSNDTC VKSTC TANDTC KTNN NHNN',
  'BCA BCT BCN BTM BTS BDTTG BGDĐT BGTVT BKH BKHCN BKHĐT BLĐTBXH BNG BNN BNNPTNT BNNMT BNV BQP BTC BTNMT BTP BTTTT',
  'BVHTT BVHTTDL BXD BYT BHXH UBDT UBTDTT TCHQ TCT TCTK TLĐ TLĐLĐVN MTTQ MTTW MTTWHN HNDVN HLHPNVN HCCBVN',
  'STP SNV STC SXD SYT SCT SNNMT SNN SKHCN SVHTT SVHTTDL SDL SGDĐT SLĐTBXH STNMT SGTVT STTTT SKHĐT SNGV SDT',
  'VP VPUBND TNMT GDĐT LĐTBXH CCB ĐCT',
].join(' ');

/** Folded issuer symbol → as printed. `qh` and `ubtvqh` carry the number of the legislature and are told apart in code. */
export const KNOWN_ISSUERS: ReadonlyMap<string, string> = new Map(
  ISSUER_SYMBOLS.split(' ').map((printed) => [foldSymbol(printed), printed] as const),
);

/** Issuers whose documents bind, and are numbered, in one area only; their numbers repeat everywhere. */
const LOCAL_ISSUERS = /^(ubnd|ub|hdnd|tu|hu|du|vpubnd|s(?!tc$)[a-z]+|stc)$/;

export function isLocalIssuer(foldedSegment: string): boolean {
  return LOCAL_ISSUERS.test(foldedSegment);
}

/** Words before a number, folded, and the type symbol they stand for; longer ones first. */
export const TYPE_WORDS: readonly (readonly [words: string, symbol: string])[] = [
  ['thong tu lien tich', 'ttlt'],
  ['thong tu', 'tt'],
  ['nghi quyet lien tich', 'nqlt'],
  ['nghi quyet', 'nq'],
  ['nghi dinh', 'nd'],
  ['van ban hop nhat', 'vbhn'],
  ['quyet dinh', 'qd'],
  ['phap lenh', 'pl'],
  ['chi thi', 'ct'],
  ['cong van', 'cv'],
  ['cong dien', 'cd'],
  ['ke hoach', 'kh'],
  ['thong bao', 'tb'],
  ['huong dan', 'hd'],
  ['ket luan', 'kl'],
  ['to trinh', 'ttr'],
  ['bo luat', 'luat'],
  ['luat', 'luat'],
  ['ttlt', 'ttlt'],
  ['vbhn', 'vbhn'],
  ['nd', 'nd'],
  ['nq', 'nq'],
  ['tt', 'tt'],
  ['qd', 'qd'],
  ['ct', 'ct'],
  ['cv', 'cv'],
];

function foldSymbol(printed: string): string {
  return printed.replace(/Đ/g, 'D').toLowerCase();
}
