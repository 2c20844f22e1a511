import type { TransitionalClause } from '../legal/model.ts';
import type { IncomingRelation } from '../retrieval/model.ts';

/** Everything a person reads that no document says; one place, Vietnamese. */
export const WORDS = {
  greeting:
    'Chào anh/chị. Tôi là trợ lý tự động (máy), tra cứu thủ tục hành chính và văn bản hướng dẫn cho cán bộ, công chức cấp xã. Anh/chị cứ gõ câu hỏi, ví dụ: “đăng ký kết hôn cần giấy tờ gì”, “chứng thực chữ ký thu bao nhiêu”.',
  thanks: 'Dạ vâng ạ. Anh/chị cần tra cứu thủ tục nào nữa cứ nhắn.',
  smallTalk:
    'Tôi là trợ lý tự động, chỉ tra cứu thủ tục hành chính và văn bản hướng dẫn nên không trò chuyện về việc này được. Anh/chị có thể hỏi tôi về một thủ tục hoặc một văn bản.',
  complaint:
    'Xin lỗi anh/chị, tôi là máy nên có lúc trả lời chưa đúng ý. Anh/chị bấm “Chưa đúng” dưới câu trả lời để quản trị xem lại, hoặc gửi câu hỏi đó cho chuyên viên; cũng có thể hỏi lại kèm tên thủ tục.',
  foreign:
    'Tôi chỉ trả lời được câu hỏi bằng tiếng Việt. Anh/chị gõ lại bằng tiếng Việt, có dấu hay không dấu đều được.',
  outside:
    'Câu hỏi này nằm ngoài phạm vi thủ tục hành chính và văn bản hướng dẫn cấp xã nên tôi không trả lời. Anh/chị có thể hỏi về một thủ tục hoặc một văn bản.',
  drafting:
    'Tôi chưa nhận soạn thảo, dịch hay viết văn bản thay; tôi chỉ tra cứu quy định kèm căn cứ. Nếu anh/chị cần căn cứ để soạn, hãy hỏi thủ tục hoặc văn bản liên quan.',
  override:
    'Tôi không thay đổi cách làm việc theo yêu cầu trong câu hỏi: mọi câu trả lời đều phải có căn cứ. Anh/chị hãy hỏi về một thủ tục hoặc một văn bản.',
  privacy:
    'Tôi không cung cấp thông tin cá nhân như số điện thoại riêng, địa chỉ nhà. Anh/chị liên hệ qua văn phòng hoặc trang thông tin của cơ quan.',
  personnel:
    'Đây là câu hỏi về chế độ, chính sách của cán bộ, công chức; trong kho văn bản hiện có tôi chưa tìm thấy căn cứ để trả lời. Anh/chị có thể gửi chuyên viên Sở Nội vụ.',
  notFound:
    'Tôi chưa tìm thấy căn cứ để trả lời câu hỏi này trong các văn bản hiện có, nên không đoán. Anh/chị có thể hỏi rõ tên thủ tục hơn, hoặc gửi chuyên viên sở.',
  noAmount:
    'Tôi chưa tìm thấy mức tiền anh/chị hỏi: tài liệu gần nhất không ghi mức, nên tôi không đoán. Anh/chị có thể gửi chuyên viên sở.',
  noPenalty:
    'Tôi chưa tìm thấy quy định xử phạt anh/chị hỏi: văn bản gần nhất không nói về xử phạt, nên tôi không đoán. Anh/chị có thể gửi chuyên viên sở.',
  noCount:
    'Đây là số liệu của địa phương; các văn bản hiện có là quy định, không có số liệu này, nên tôi không đoán. Anh/chị xem báo cáo, thống kê của đơn vị.',
  softwareFault:
    'Đây là vướng mắc về phần mềm, hệ thống; các văn bản hiện có không nói cách xử lý. Anh/chị báo bộ phận quản trị phần mềm đó, hoặc gửi chuyên viên sở để ghi nhận.',
  nearest: 'Nội dung gần nhất tìm được (có thể không phải điều anh/chị hỏi)',
  tooShort:
    'Anh/chị hỏi về thủ tục nào? Vui lòng viết thêm tên thủ tục hoặc nội dung cần hỏi, ví dụ “mẫu đơn đăng ký hộ kinh doanh”.',
  clarify: 'Có nhiều thủ tục gần giống nhau; anh/chị hỏi về trường hợp nào?',
  others: 'Nếu anh/chị hỏi thủ tục khác',
  plainCase: ' – trường hợp thông thường',
  caseOf: (words: string) => ` – trường hợp “${words}”`,
  variants: 'Có thủ tục riêng, tên chỉ khác ở',
  without: (words: string) => `không “${words}”`,
  /** Before what stands nearest, where the source does not say what was asked. */
  nearestSaid: 'Nội dung gần nhất:',
  unsaid: (source: string, words: string) =>
    `Tôi không thấy ${source} của thủ tục này nhắc đến “${words}”, nên chưa trả lời được ý đó. Nội dung gần nhất:`,
  unclear: (source: string) =>
    `Tôi không thấy ${source} của thủ tục này nói rõ điều anh/chị hỏi, nên không kết luận có hay không. Nội dung gần nhất:`,
  openParts: (parts: readonly string[]) =>
    `Chưa trả lời được ý: ${parts.map((part) => `“${part}”`).join('; ')}. Anh/chị hỏi riêng ý này, hoặc gửi chuyên viên sở.`,
  morePapers:
    'Hồ sơ: nguồn còn liệt kê giấy tờ khác chưa nêu hết ở trên; anh/chị xem căn cứ để có danh mục đầy đủ.',
  secondHand: (number: string) =>
    `Trong kho chưa có toàn văn văn bản số ${number}; nội dung trên lấy từ tài liệu có nhắc đến văn bản này.`,
  otherProvince: (name: string) =>
    `Nội dung dưới đây là quy định riêng của ${name}, không áp dụng ở địa phương anh/chị; trong kho tôi chưa tìm thấy quy định của địa phương anh/chị về việc này.`,
  notInForce: 'Các văn bản tìm được không có hiệu lực vào ngày được hỏi nên không dùng làm căn cứ.',
} as const;

/** About articles that other documents have changed. */
export const CHANGE_WORDS = {
  did: {
    amends: 'sửa đổi, bổ sung',
    replaces: 'thay thế',
    repeals: 'bãi bỏ',
    partly_repeals: 'bãi bỏ',
    suspends: 'ngưng hiệu lực',
    corrects: 'đính chính',
  } satisfies Record<IncomingRelation['kind'], string>,
  until: (day: string) => `Văn bản có hiệu lực đến hết ${day}.`,
  temporary: (ends: { until: string | undefined; earlier: boolean; condition: string | undefined }) =>
    `Quy định tạm thời${ends.until ? `, áp dụng đến ${ends.until}` : ''}${ends.earlier ? '; hết hiệu lực sớm hơn khi có văn bản mới về cùng nội dung' : ''}${ends.condition ? `; văn bản nêu: “${ends.condition}”` : ''}.`,
  abolished: 'Nội dung được hỏi đã được bãi bỏ, không còn áp dụng vào ngày được hỏi.',
  consolidated: 'nội dung hợp nhất của',
  /** `known`: whether the new wording is among the evidence, or only the sentence that changes some words. */
  changed: (
    place: string,
    kind: IncomingRelation['kind'],
    by: string,
    day: string,
    known: 'text' | 'words' | undefined,
  ) => {
    const done = `${place.charAt(0).toUpperCase()}${place.slice(1)} đã được ${CHANGE_WORDS.did[kind]} bởi ${by} từ ngày ${day}`;
    if (kind === 'suspends') return `${done}; nội dung đó đang không áp dụng.`;
    if (kind !== 'amends' && kind !== 'corrects') return `${done}; nội dung đó không còn áp dụng.`;
    if (known === 'text') return `${done}; câu trả lời theo nội dung mới.`;
    if (known === 'words' && kind === 'corrects') return `${done}; nội dung phải đọc theo câu đính chính.`;
    return known === 'words'
      ? `${done}: nội dung cũ phải đọc cùng câu sửa đổi, anh/chị đối chiếu trước khi áp dụng.`
      : `${done}; kho chưa có nội dung mới, anh/chị cần đối chiếu văn bản đó trước khi áp dụng.`;
  },
  /** What has been changed again since. */
  before: (place: string, kind: IncomingRelation['kind'], by: string, day: string) =>
    `Trước đó ${place} đã được ${CHANGE_WORDS.did[kind]} bởi ${by} từ ngày ${day}.`,
  more: (n: number) => `Điều này còn ${n} thay đổi khác; anh/chị mở căn cứ để đối chiếu.`,
  formerly: (place: string, day: string, text: string) =>
    `Nội dung cũ, không còn áp dụng từ ngày ${day} (${place}): “${text}”`,
} as const;

/** About the days of rules and of dossiers. */
export const DAY_WORDS = {
  asOf: (day: string) => `Trả lời theo quy định có hiệu lực vào ngày ${day}.`,
  /** No source says whether it held on the day. */
  undated: (day: string) =>
    `Nguồn trích dẫn không cho biết nội dung này có áp dụng vào ngày ${day} hay không; anh/chị đối chiếu quy định có hiệu lực vào ngày đó.`,
  /** `later`: texts that the procedure rests on and that were issued after the day. */
  notThen: (day: string, later: readonly string[]) =>
    `Nội dung dưới đây là thủ tục đang công bố hiện nay, ${
      later.length > 0
        ? `căn cứ văn bản ban hành sau ngày ${day} (${later.slice(0, 3).join(', ')})`
        : 'theo chính quyền địa phương 02 cấp'
    }; kho không có bản áp dụng ngày ${day}, anh/chị đừng dùng cho hồ sơ của ngày đó.`,
  justBegun: (name: string, day: string) =>
    `${name} mới có hiệu lực từ ngày ${day}. Hồ sơ tiếp nhận trước ngày đó có thể theo quy định cũ hoặc điều khoản chuyển tiếp: anh/chị hỏi lại kèm ngày tiếp nhận (ví dụ “hồ sơ nhận ngày 20/4”).`,
  coming: (name: string, day: string) =>
    `Từ ngày ${day} có quy định mới tại ${name}. Hồ sơ tiếp nhận từ ngày đó áp dụng quy định nào thì xem điều khoản chuyển tiếp; anh/chị hỏi lại kèm ngày tiếp nhận.`,
  /** A transitional clause; `ask`: the day of receipt was not said. */
  transitional: (
    where: string,
    day: string,
    sentence: string,
    { rule, begun }: Pick<TransitionalClause, 'rule' | 'begun'>,
    ask: boolean,
  ) => {
    const what = begun ? 'việc đã bắt đầu' : 'hồ sơ tiếp nhận';
    const who = {
      old: `Với ${what} trước ngày ${day}, còn áp dụng quy định cũ`,
      new: `Với ${what} trước ngày ${day}, cũng áp dụng quy định mới`,
      stated: `Về ${what} trước ngày ${day}`,
    }[rule];
    const asked =
      ask && !begun
        ? ' Hồ sơ của anh/chị tiếp nhận ngày nào? Anh/chị hỏi lại kèm ngày đó (ví dụ “hồ sơ nhận ngày 20/4”).'
        : '';
    return `${who}, theo điều khoản chuyển tiếp tại ${where}: “${sentence}”${asked}`;
  },
  replaced: (name: string, by: string, day: string) =>
    `${name} đã được thay thế bởi ${by} từ ngày ${day}; nội dung trên lấy từ văn bản mới.`,
} as const;
