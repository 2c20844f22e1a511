import { fold, plainWords, typedWithDiacritics } from '../../legal/text.ts';

/**
 * The acts and cases that set procedures of one matter apart ("cấp lại", "chấm dứt", "có yếu tố nước ngoài"): how their
 * names print each, and how people say it. Regular expressions over small letters with single spaces, whole words,
 * written with diacritics; what was typed without any is compared without. Nothing else depends on
 * how many lines there are.
 */
const CASES: readonly { readonly printed: string; readonly said: string }[] = [
  { printed: 'chứng thực', said: 'chứng thực|công chứng|sao y|thị thực' },
  {
    printed: 'lại',
    said: 'cấp lại|làm lại|đăng ký lại|xin lại|(?:bị|làm|đánh) mất|mất (?:bản chính |bản gốc )?(?:sổ|giấy|thẻ|bằng|căn cước|hộ chiếu|chứng chỉ)|hỏng|rách|cháy|thất lạc|lũ cuốn|sổ gốc|sổ lưu',
  },
  {
    printed: '(?<!thay |sửa |chuyển |trao )đổi(?! mới)',
    said: 'cấp đổi|đổi (?:thẻ|giấy|bằng|sổ|gcn|cccd|căn cước|giấy phép|hộ chiếu)',
  },
  {
    printed: 'thay đổi|cải chính|điều chỉnh|hiệu đính|sửa đổi|đính chính',
    said: 'sửa|cải chính|đính chính|thay đổi|điều chỉnh|đổi (?!thẻ|giấy|bằng|sổ|gcn|cccd|căn cước|hộ chiếu)|bị sai|(?:ghi|in|viết) (?:sai|nhầm)|sai (?:tên|họ|năm|ngày|thông tin)',
  },
  { printed: 'gia hạn', said: 'gia hạn|hết hạn|thêm thời hạn|thêm thời gian|kéo dài' },
  {
    printed: 'chấm dứt|giải thể|thôi làm',
    said: 'chấm dứt|giải thể|giải tán|đóng cửa|nghỉ hẳn|ngừng hẳn|nghỉ bán|không làm nữa|dẹp|(?:muốn|xin) thôi|thôi (?:không|làm|trách|giám|nuôi)',
  },
  { printed: 'tạm ngừng|tạm dừng', said: 'tạm ngừng|tạm nghỉ|tạm dừng|tạm ngưng' },
  { printed: 'xóa', said: 'xóa|gạch' },
  { printed: 'thu hồi', said: 'thu hồi|trả lại|nộp lại' },
  { printed: 'trích lục', said: 'trích lục' },
  { printed: 'tranh chấp|hòa giải', said: 'tranh chấp|hòa giải' },
  { printed: 'khiếu nại', said: 'khiếu nại|khiếu kiện' },
  { printed: 'tố cáo', said: 'tố cáo' },
  { printed: 'trình báo|khai báo', said: 'trình báo|khai báo|báo mất' },
  {
    printed: 'lưu động',
    // "Chết tại nhà", "mở tiệm tại nhà" say where it happened, not where the office is to come.
    said: 'lưu động|(?<!(?:chết|mất|sinh|đẻ|tiệm|quán|bán|trường hợp) )tại nhà|tận nhà|tận nơi|xuống nhà|đi lại không được|không đi (?:lại )?được|nằm liệt',
  },
  {
    printed: 'nước ngoài',
    said: `nước ngoài|nc ngoài|ng ngoài|quốc tế|ngoại kiều|việt kiều|(?:người|ng|anh|chị|chồng|vợ|ông|bà|bố|mẹ|cha|ba|cô|bên|quốc tịch|ở|sang|qua) (?:nước |bên )?(?:tây|mỹ|lào|úc|hàn|hàn quốc|nhật|nhật bản|trung quốc|đài loan|pháp|đức|nga|ý|canada|singapore|thái lan|campuchia|ấn độ|philippines|malaysia|indonesia|myanmar|tiệp|séc|ba lan|hungary|ukraina|hà lan|bỉ|thụy sĩ|thụy điển|na uy|phần lan|đan mạch|tây ban nha|bồ đào nha|new zealand|israel|dubai|hồng kông|macao|cuba|brazil)|quốc tịch (?!việt)|hộ chiếu nước|định cư ở`,
  },
  {
    printed: 'biên giới',
    said: 'biên giới|vùng biên|giáp biên|giáp ranh|láng giềng|giáp lào|giáp campuchia',
  },
  {
    printed: 'biến động|chuyển nhượng|thừa kế|tặng cho',
    said: 'sang tên|chuyển nhượng|tặng cho|thừa kế|biến động|mua bán (?:đất|nhà)|(?:cho|để) (?:lại )?(?:đất|nhà) cho con',
  },
  {
    printed: '(?:đối với|cho|của) tổ chức(?! (?:cá nhân|hộ|và cá nhân|hoặc cá nhân))',
    said: 'tổ chức|công ty|doanh nghiệp|cơ quan|đơn vị|hợp tác xã|htx|chùa|nhà thờ|giáo xứ|trường học',
  },
  {
    printed: 'chuyển mục đích',
    said: 'chuyển (?:đổi )?(?:mục đích|mđ)|(?:sang|lên|thành) (?:đất ở|đất thổ cư|thổ cư)',
  },
  { printed: 'tách thửa|hợp thửa', said: 'tách thửa|tách đất|hợp thửa|nhập thửa|gộp thửa' },
  { printed: 'tình trạng hôn nhân', said: 'tình trạng hôn nhân|độc thân|chưa có (?:vợ|chồng)' },
  { printed: 'giám sát', said: 'giám sát' },
  { printed: 'không phải', said: '(?:không|ko|chẳng|chưa) (?:phải|nằm|thuộc|có tên|là)' },
];

const compiled = CASES.map(({ printed, said }) => ({
  printed: [wholeWords(printed), wholeWords(fold(printed))] as const,
  said: [wholeWords(said), wholeWords(fold(said))] as const,
}));

function wholeWords(source: string): RegExp {
  return new RegExp(` (?:${source})(?= )`, 'u');
}

/** The acts and cases (their places in the table) that a procedure's name, or a part of it, prints. */
export function casesOf(name: string): ReadonlySet<number> {
  const text = ` ${plainWords(name, 'kept')} `;
  return matching(({ printed }) => printed[0].test(text));
}

/** The acts and cases that a question tells. @param question with abbreviations written out */
export function casesSaid(question: string, marked = typedWithDiacritics(question)): ReadonlySet<number> {
  const text = ` ${plainWords(question, marked ? 'kept' : 'folded')} `;
  return matching(({ said }) => said[marked ? 0 : 1].test(text));
}

function matching(test: (of: (typeof compiled)[number]) => boolean): Set<number> {
  return new Set(compiled.flatMap((of, i) => (test(of) ? [i] : [])));
}
