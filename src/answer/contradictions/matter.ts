/** Words that statements of one fact share whatever their matter is, longest first; what is left names the matter. */
const PHRASES = [
  'kể từ (?:ngày|khi|thời điểm)',
  '(?:ngày|giờ) làm việc',
  '(?:tiếp )?nhận (?:được |đủ )?(?:đầy đủ )?hồ sơ(?: đầy đủ)?(?: (?:và|,))?(?: hợp lệ)?',
  'hồ sơ (?:đầy đủ )?hợp lệ',
  '(?:thời hạn|thời gian) (?:giải quyết|thực hiện|xử lý)',
  'thời hạn|thời gian|không quá|chậm nhất|tối đa|hợp lệ',
  'dịch vụ bưu chính(?: công ích)?|trực tiếp|trực tuyến|miễn phí',
  'việt nam đồng|lệ phí|mức thu|mức phí',
  'số lượng(?: hồ sơ)?|có thẩm quyền|thẩm quyền|có trách nhiệm|theo quy định(?: tại| của)?',
  '(?:chủ tịch |phó chủ tịch )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?: (?:các )?(?:cấp )?(?:xã|phường|đặc khu|huyện|quận|tỉnh|thành phố))*',
  '(?:tên|mã số?) thủ tục(?: hành chính)?|thủ tục hành chính|thủ tục|trình tự',
] as const;
const GENERIC = new RegExp(`(?<![\\p{L}\\p{N}])(?:${PHRASES.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const SINGLE = new Set(
  (
    'ngày giờ tháng năm tuần đồng bộ bản hồ sơ phí thu trong là của cho và các những này thì theo từ đến tại do bởi với về để việc ' +
    'phải được có đã sẽ đang khi một mỗi lần giải quyết thực hiện quy định điều khoản điểm mục phụ lục chương cơ quan người ' +
    'nghị thông tư quyết luật công văn hướng dẫn chi tiết số biện pháp thi hành'
  ).split(' '),
);

/** The syllables of a text that name its matter. @param plain words in small letters, diacritics kept (`plainWords`) */
export function matterOf(plain: string): Set<string> {
  const left = plain.replace(GENERIC, ' ').match(/\p{L}+/gu) ?? [];
  return new Set(left.filter((word) => !SINGLE.has(word)));
}

/** How much of two matters is one: shared syllables, and their share of all. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): { shared: number; share: number } {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return { shared, share: all === 0 ? 0 : shared / all };
}
