/** One kind of change that makes a sentence of a source say something else; undefined where it has nothing to change. */
type Mutation = (sentence: string, next: string) => string | undefined;

const NUMBERS = ['hai', 'ba', 'bốn', 'sáu', 'bảy', 'tám', 'chín', 'mười một', 'mười hai'];

/** The first match replaced; undefined where there is none. */
const swap =
  (pattern: RegExp, by: string | ((match: string, ...groups: string[]) => string)): Mutation =>
  (sentence) =>
    pattern.test(sentence) ? sentence.replace(pattern, by as string) : undefined;
/** The first of these that the sentence has is turned into the other. */
const either = (...ways: readonly Mutation[]): Mutation => {
  return (sentence, next) => ways.map((way) => way(sentence, next)).find((out) => out !== undefined);
};
const word = (text: string) => new RegExp(`(?<![\\p{L}])${text}(?![\\p{L}])`, 'iu');

const MUTATIONS = {
  digit: swap(/\d(?=\D*$)/, (d) => String((Number(d) + 3) % 10)),
  'number in words': swap(
    /\d{1,2}(?= (?:ngày|giờ|tháng|năm|bộ|bản))/u,
    (n) => NUMBERS[Number(n) % NUMBERS.length]!,
  ),
  range: swap(/(\d{1,3})( ?(?:đến|-|–) ?)(\d{1,3})/u, (_, _from, to, end) => `${end}${to}${Number(end) + 2}`),
  unit: either(swap(/ngày làm việc/iu, 'ngày'), swap(/(?<=\d )ngày/u, 'tháng'), swap(/(?<=\d )đồng/u, 'USD')),
  denial: either(
    swap(word('không phải'), 'phải'),
    swap(word('không được'), 'được'),
    swap(/(?<![\p{L}])(?:không|chưa) /iu, ''),
    swap(word('phải'), 'không phải'),
    swap(word('được'), 'không được'),
  ),
  modal: either(swap(word('có thể'), 'phải'), swap(word('phải'), 'có thể'), swap(word('được'), 'phải')),
  limit: either(
    swap(word('không quá'), 'ít nhất'),
    swap(word('tối đa'), 'tối thiểu'),
    swap(word('ít nhất'), 'nhiều nhất'),
    swap(word('trước'), 'sau'),
    swap(word('từ đủ'), 'dưới'),
  ),
  'and, or': either(swap(word('hoặc'), 'và'), swap(word('và'), 'hoặc')),
  only: swap(/(?<![\p{L}])(nộp|thực hiện|áp dụng|gửi)(?![\p{L}])/iu, 'chỉ $1'),
  date: swap(/(\d{1,2})\/(\d{1,2})\/(\d{4})/u, (all, day, month, year) =>
    day === month ? all : `${month}/${day}/${year}`,
  ),
  office: either(
    swap(/cấp xã/iu, 'cấp tỉnh'),
    swap(/cấp tỉnh/iu, 'cấp xã'),
    swap(/Ủy ban nhân dân/u, 'Sở Nội vụ'),
    swap(/Công an/u, 'Ủy ban nhân dân'),
    swap(/Sở \p{Lu}[\p{L}]*/u, 'Ủy ban nhân dân cấp xã'),
  ),
  condition: swap(/^(?:[-+*•]\s*)?(?:Trường hợp|Nếu|Khi)[^,;:]{4,160}?(?:,|;|:| thì)\s*/u, ''),
  'tail dropped': (sentence) => {
    const cut = sentence.search(/ (?:nếu|trừ|khi|đối với|trong trường hợp) /u);
    return cut > 25 ? `${sentence.slice(0, cut)}.` : undefined;
  },
  copy: either(swap(/bản sao/iu, 'bản chính'), swap(/bản chính/iu, 'bản sao')),
  'halves joined': (sentence, next) => {
    const [head, tail] = [/^[^,;]{20,}?(?=[,;])/u.exec(sentence)?.[0], /[,;].{20,}$/u.exec(next)?.[0]];
    return head && tail ? `${head}${tail}` : undefined;
  },
  percent: swap(/(\d)\s?%/u, '$1 đồng'),
  'hidden digit': swap(/(?<![\d./])(\d)(?=\d? (?:ngày|giờ|tháng|bộ|đồng))/u, '1\u200b$1'),
  'without diacritics': (sentence) => {
    const other = either(MUTATIONS_MARKED.denial, MUTATIONS_MARKED.digit)(sentence, '');
    return other?.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
  },
} as const satisfies Record<string, Mutation>;
/** What a change without diacritics is made of. */
const MUTATIONS_MARKED: { readonly denial: Mutation; readonly digit: Mutation } = MUTATIONS;

export type MutationKind = keyof typeof MUTATIONS;
export const MUTATION_KINDS = Object.keys(MUTATIONS) as readonly MutationKind[];

/** @returns the sentence as each kind changes it; kinds that leave it alone are left out */
export function mutationsOf(sentence: string, next = ''): { kind: MutationKind; text: string }[] {
  return MUTATION_KINDS.flatMap((kind) => {
    const text = (MUTATIONS[kind] as Mutation)(sentence, next);
    return text === undefined || text === sentence ? [] : [{ kind, text }];
  });
}
