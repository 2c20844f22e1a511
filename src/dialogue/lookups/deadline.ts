import type { AnswerSection } from '../../answer/model.ts';
import type { WorkingCalendar } from '../../legal/calendar/calendar.ts';
import { computeDeadline, type Deadline, type DeadlineUnit } from '../../legal/calendar/deadline.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import type { DirectLookup } from '../deps.ts';
import { plainAnswer } from '../plain-answer.ts';
import { type ReadDeadline, readDeadline } from './deadline-request.ts';

const UNIT_WORDS: Record<DeadlineUnit, string> = {
  ngay: 'ngày (tính cả ngày nghỉ)',
  ngay_lam_viec: 'ngày làm việc',
  gio: 'giờ làm việc',
  thang: 'tháng',
};
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
const MOST_LISTED = 15;
/** What a command for counting begins with: whoever gives it wants a date or to hear how to ask for one. */
export const COUNT = 'tính hạn trả kết quả:';
const HOW_TO_COUNT =
  'Để tính hạn, anh/chị ghi một ngày tiếp nhận và một thời hạn, ví dụ: nhận ngày 28/8/2026, 3 ngày làm việc; nếu có tạm dừng thì thêm: bổ sung từ 31/8/2026 đến 3/9/2026.';

/** The date a result is due, counted in code, with every day that was skipped and why. */
export function deadlineLookup(calendar: WorkingCalendar): DirectLookup {
  return (text, today) => {
    const read = readDeadline(text, today);
    if (read === undefined)
      return text.startsWith(COUNT) ? plainAnswer('clarify', [HOW_TO_COUNT], 'deadline') : undefined;
    const deadline = computeDeadline(read.request, calendar);
    const at = deadline.dueTime === undefined ? '' : ` lúc ${deadline.dueTime}`;
    const conclusion = `Hạn trả kết quả: ${longDay(deadline.due)}${at}.`;
    return plainAnswer('answered', [conclusion], 'deadline', [
      counting(read, deadline),
      cautions(read, deadline),
    ]);
  };
}

function counting({ request }: ReadDeadline, deadline: Deadline): AnswerSection {
  const received = longDay(request.receivedAt.slice(0, 10));
  const lines = [
    `Tiếp nhận ${received}; thời hạn ${request.amount} ${UNIT_WORDS[request.unit]}. Ngày tiếp nhận không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015); ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc tiếp theo (khoản 5 Điều 148).`,
    ...(deadline.skipped.length === 0 ? [] : ['Các ngày không tính:']),
    ...deadline.skipped.slice(0, MOST_LISTED).map(({ date, reason, source, confirmed }) => {
      const basis = source === undefined ? '' : ` (${source})`;
      return `• ${printDate(date)}: ${reason}${basis}${confirmed ? '' : ', chưa xác nhận'}`;
    }),
  ];
  const more = deadline.skipped.length - MOST_LISTED;
  return {
    role: 'detail',
    heading: 'Cách tính',
    lines: more > 0 ? [...lines, `… và ${more} ngày nghỉ khác.`] : lines,
  };
}

function cautions(
  { assumedToday, chosenFrom, request }: ReadDeadline,
  { unconfirmed }: Deadline,
): AnswerSection {
  return {
    role: 'caution',
    lines: [
      ...(assumedToday ? ['Không thấy ngày tiếp nhận trong câu hỏi nên tính từ hôm nay.'] : []),
      ...(chosenFrom === undefined
        ? []
        : [
            `Hiểu “${chosenFrom}” là ${longDay(request.receivedAt.slice(0, 10))}; nếu nhận ngày khác, anh/chị ghi cả ngày, tháng.`,
          ]),
      ...(unconfirmed
        ? ['Khoảng thời gian này có ngày nghỉ chưa có thông báo chính thức; hạn trên có thể thay đổi.']
        : []),
      'Thủ tục có quy định riêng về thời hạn (ví dụ trả ngay trong ngày) thì áp dụng quy định đó trước.',
    ],
  };
}

function longDay(date: IsoDate): string {
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ${printDate(date)}`;
}
