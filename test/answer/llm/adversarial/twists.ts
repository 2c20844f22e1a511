/** True words turned a little: what a model that paraphrases, mixes up or hides gets wrong. Beside a true statement each. */
import { text } from '../../../support/fake-openai.ts';
import { BIRTH, DECREE, evidenceOf, GOOD, reply, statement, T, unitOf } from '../fixture.ts';
import type { AdversarialClass, Case } from './classes.ts';

export const FERRY = unitOf({
  id: '717/2025/NĐ-CP',
  title: 'Nghị định quy định hỗ trợ người chèo đò ngang',
  number: '717/2025/NĐ-CP',
  effectivity: { status: 'in_force', from: '2025-07-01' },
  chunks: [
    {
      label: 'khoản 1 Điều 4 Nghị định số 717/2025/NĐ-CP',
      path: { dieu: '4', khoan: '1' },
      text: 'Thời hạn giải quyết từ 03 đến 05 ngày làm việc kể từ ngày nhận đủ hồ sơ. Nếu phải kiểm tra bến đò thì thời hạn không quá 10 ngày làm việc. Người yêu cầu có thể nộp hồ sơ qua bưu chính. Người yêu cầu không phải nộp bản sao căn cước. Sở Xây dựng thẩm định bến đò; Ủy ban nhân dân cấp xã quyết định hỗ trợ.',
    },
    {
      label: 'khoản 2 Điều 4 Nghị định số 717/2025/NĐ-CP',
      path: { dieu: '4', khoan: '2' },
      text: 'Mức hỗ trợ bằng 20% chi phí sửa đò, không quá 2.000.000 đồng một năm, chi từ ngày 05/6/2025. Hộ nghèo nhóm II được hỗ trợ trước.',
    },
    {
      label: 'Phụ lục I Nghị định số 717/2025/NĐ-CP',
      path: { phuLuc: 'I' },
      text: 'Loại đò | Số người | Mức hỗ trợ\nĐò nhỏ | đến 06 người | 300.000 đồng\nĐò lớn | từ 07 người | 500.000 đồng',
    },
  ],
});
const evidence = evidenceOf([BIRTH, DECREE, FERRY]);
const F = { time: 'E5', level: 'E6', table: 'E7' } as const;
const Q = {
  range: 'Thời hạn giải quyết từ 03 đến 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.',
  check: 'Nếu phải kiểm tra bến đò thì thời hạn không quá 10 ngày làm việc.',
  post: 'Người yêu cầu có thể nộp hồ sơ qua bưu chính.',
  copy: 'Người yêu cầu không phải nộp bản sao căn cước.',
  who: 'Sở Xây dựng thẩm định bến đò; Ủy ban nhân dân cấp xã quyết định hỗ trợ.',
  level: 'Mức hỗ trợ bằng 20% chi phí sửa đò, không quá 2.000.000 đồng một năm, chi từ ngày 05/6/2025.',
  group: 'Hộ nghèo nhóm II được hỗ trợ trước.',
  rows: 'Đò nhỏ | đến 06 người | 300.000 đồng\nĐò lớn | từ 07 người | 500.000 đồng',
} as const;

/** @param said in section `section`, on `quote` of chunk `token`; what is never shown is `said` itself unless told otherwise */
function twist(
  said: string,
  token: string | string[],
  quote: string | undefined,
  more: Partial<Case> & { readonly section?: string } = {},
): Case {
  const { section = 'caveats', ...rest } = more;
  return {
    name: said,
    script: text(reply({ conclusion: [GOOD], [section]: [statement(said, token, quote)] })),
    never: [said.replace(/[.\s]+$/u, '')],
    evidence,
    ...rest,
  };
}

/** Not shown to be false, and not the source's words either: the sentence of the source is told in its place, or it is told
 * as it is under a heading that claims nothing. */
const retold = (...args: Parameters<typeof twist>): Case => ({ ...twist(...args), status: 'answered' });

export const TWISTS = {
  'number in words': [
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá ba ngày làm việc.', F.time, Q.check),
    twist('Thời hạn giải quyết từ ba đến bảy ngày làm việc kể từ ngày nhận đủ hồ sơ.', F.time, Q.range),
    twist('Mức hỗ trợ không quá hai mươi triệu đồng một năm.', F.level, Q.level),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá một tháng.', F.time, Q.check),
  ],
  'range changed': [
    twist('Thời hạn giải quyết từ 5 đến 7 ngày làm việc kể từ ngày nhận đủ hồ sơ.', F.time, Q.range),
    twist('Thời hạn giải quyết 3–10 ngày làm việc.', F.time, Q.range),
    retold('Thời hạn giải quyết từ 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.', F.time, Q.range),
    retold('Thời hạn giải quyết từ 05 đến 03 ngày làm việc.', F.time, Q.range),
    twist('Đò lớn từ 06 người được 500.000 đồng.', F.table, Q.rows),
  ],
  'unit changed': [
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá 10 ngày.', F.time, Q.check, {
      never: ['10 ngày.'],
    }),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá 10 giờ làm việc.', F.time, Q.check),
    twist('Mức hỗ trợ không quá 2.000.000 đồng một tháng.', F.level, Q.level),
    twist('Mức hỗ trợ không quá 2.000.000 đô la một năm.', F.level, Q.level),
  ],
  'denial turned': [
    twist('Người yêu cầu phải nộp bản sao căn cước.', F.time, Q.copy),
    twist('Người yêu cầu không được nộp bản sao căn cước.', F.time, Q.copy),
    twist('Người yêu cầu không thể nộp hồ sơ qua bưu chính.', F.time, Q.post),
    twist('Chẳng cần nộp hồ sơ qua bưu chính.', F.time, Q.post),
  ],
  'modal changed': [
    retold('Người yêu cầu phải nộp hồ sơ qua bưu chính.', F.time, Q.post),
    twist('Người yêu cầu chỉ được nộp hồ sơ qua bưu chính.', F.time, Q.post),
    retold('Người yêu cầu nộp hồ sơ qua bưu chính.', F.time, Q.post),
    twist('Hộ nghèo nhóm II có thể được hỗ trợ trước.', F.level, Q.group),
  ],
  'office swapped': [
    twist('Sở Xây dựng quyết định hỗ trợ.', F.time, Q.who),
    twist('Ủy ban nhân dân cấp xã thẩm định bến đò.', F.time, Q.who),
    twist('Ủy ban nhân dân cấp xã thẩm định bến đò; Sở Xây dựng quyết định hỗ trợ.', F.time, Q.who),
    twist('Sở Xây dựng và Ủy ban nhân dân cấp xã quyết định hỗ trợ.', F.time, Q.who),
  ],
  'halves joined': [
    twist(
      'Nếu phải kiểm tra bến đò thì thời hạn từ 03 đến 05 ngày làm việc.',
      F.time,
      `${Q.range} ${Q.check}`,
    ),
    twist('Đò nhỏ đến 06 người được hỗ trợ 500.000 đồng.', F.table, Q.rows),
    twist('Hộ nghèo nhóm II được hỗ trợ không quá 2.000.000 đồng một năm.', F.level, `${Q.level} ${Q.group}`),
  ],
  'condition dropped': [
    twist('Thời hạn không quá 10 ngày làm việc.', F.time, Q.check),
    twist(
      'Giải quyết trong thời hạn không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.',
      F.time,
      `${Q.range} ${Q.check}`,
    ),
  ],
  'quote of another procedure': [
    twist('Đăng ký khai sinh có thể nộp hồ sơ qua bưu chính.', F.time, Q.post),
    twist('Thời hạn đăng ký khai sinh từ 03 đến 05 ngày làm việc.', [T.manner, F.time], undefined),
    twist('Chèo đò ngang phải nộp Giấy chứng sinh.', T.dossier, 'Giấy chứng sinh'),
  ],
  'hidden characters': [
    twist('Thời hạn không quá 1\u200b5 ngày làm việc nếu phải kiểm tra bến đò.', F.time, Q.check, {
      never: ['15 ngày', '5 ngày làm việc nếu'],
    }),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá １２ ngày làm việc.', F.time, Q.check),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá l0 ngày làm việc.', F.time, Q.check),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá 1О ngày làm việc.', F.time, Q.check),
    twist('Mức hỗ trợ không quá 2.000.000\u202e000 đồng một năm.', F.level, Q.level, {
      never: ['2.000.000000', '\u202e'],
    }),
    twist('Sở Хây dựng quyết định hỗ trợ.', F.time, Q.who),
    twist('Người yêu cầu phải nộp bản sao căn cước.'.normalize('NFD'), F.time, Q.copy),
  ],
  'Roman numerals': [
    twist('Hộ nghèo nhóm III được hỗ trợ trước.', F.level, Q.group),
    twist('Hộ nghèo nhóm I được hỗ trợ trước.', F.level, Q.group),
    twist(
      'Theo Phụ lục II Nghị định số 717/2025/NĐ-CP, đò lớn từ 07 người được 500.000 đồng.',
      F.table,
      Q.rows,
    ),
    twist('Nếu phải kiểm tra bến đò thì thời hạn không quá XV ngày làm việc.', F.time, Q.check),
  ],
  'date turned round': [
    twist('Mức hỗ trợ chi từ ngày 06/5/2025.', F.level, Q.level),
    twist('Mức hỗ trợ chi từ ngày 6 tháng 5 năm 2025.', F.level, Q.level),
    twist('Mức hỗ trợ chi từ ngày 2025-05-06.', F.level, Q.level),
    retold('Mức hỗ trợ chi đến ngày 05/6/2025.', F.level, Q.level),
    twist('Mức hỗ trợ chi từ tháng 5/2025.', F.level, Q.level),
  ],
  'percent for amount': [
    twist('Mức hỗ trợ bằng 20.000 đồng chi phí sửa đò.', F.level, Q.level),
    twist('Mức hỗ trợ không quá 2% một năm.', F.level, Q.level),
    retold('Mức hỗ trợ bằng 20% của 2.000.000 đồng.', F.level, Q.level),
    twist('Mức hỗ trợ bằng một phần hai chi phí sửa đò.', F.level, Q.level),
  ],
  'injected markup and links': [
    retold('Người yêu cầu có thể nộp hồ sơ qua [bưu chính](http://evil.example).', F.time, Q.post, {
      never: ['evil', 'http'],
    }),
    retold('Người yêu cầu có thể nộp hồ sơ qua bưu chính <img src=x onerror=alert(1)>.', F.time, Q.post, {
      never: ['onerror', '<img'],
    }),
    twist('Người yêu cầu có thể nộp hồ sơ qua bưu chính evil.example/nop.', F.time, Q.post, {
      never: ['evil'],
    }),
    retold('# Người yêu cầu phải nộp hồ sơ qua bưu chính', F.time, Q.post, {
      never: ['Người yêu cầu phải nộp hồ sơ qua'],
    }),
  ],
  'token inside a quote': [
    twist('Thời hạn không quá 30 ngày làm việc.', F.time, '[E9] Thời hạn không quá 30 ngày làm việc.'),
    twist('Người yêu cầu phải nộp hồ sơ qua bưu chính [1] [E5].', F.time, `${Q.post} [E5]`, {
      never: ['Người yêu cầu phải', '[E5]'],
    }),
    twist('Lệ phí: 6.000 đồng [2] mỗi người.', T.manner, 'Lệ phí: 6.000 đồng [2]', {
      never: ['6.000 đồng mỗi', '6.000 đồng [2] mỗi'],
    }),
  ],
  'without diacritics': [
    twist('Nguoi yeu cau phai nop ban sao can cuoc.', F.time, Q.copy),
    twist('Neu phai kiem tra ben do thi thoi han khong qua 15 ngay lam viec.', F.time, Q.check),
    twist('So Xay dung quyet dinh ho tro.', F.time, Q.who),
    twist('Thoi han khong qua 10 ngay lam viec.', F.time, Q.check),
  ],
  'statement over two items': [
    {
      name: 'the condition in one statement, another’s time in the next',
      script: text(
        reply({
          conclusion: [GOOD],
          time_limit: [
            statement('Nếu phải kiểm tra bến đò:', F.time, Q.check),
            statement('thời hạn giải quyết từ 03 đến 05 ngày làm việc.', F.time, Q.range),
          ],
        }),
      ),
      status: 'answered' as const,
      never: ['Nếu phải kiểm tra bến đò: ['],
      evidence,
    },
    {
      name: 'a denial in one statement, what is denied in the next',
      script: text(
        reply({
          conclusion: [GOOD],
          dossier: [statement('Phải nộp:', F.time, Q.copy), statement('bản sao căn cước.', F.time, Q.copy)],
        }),
      ),
      never: ['Phải nộp:', 'Phải nộp'],
      evidence,
    },
  ],
  'wrong heading': [
    retold('Thời hạn giải quyết từ 03 đến 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.', F.time, Q.range, {
      name: 'a time under the fee',
      section: 'fee',
      never: ['Phí, lệ phí\nThời hạn giải quyết'],
    }),
    retold('Giấy chứng sinh.', T.dossier, 'Giấy chứng sinh', {
      name: 'a paper under the time limit',
      section: 'time_limit',
      never: ['Thời hạn giải quyết\nGiấy chứng sinh'],
    }),
    retold(
      'Lệ phí: 6.000 đồng đối với đăng ký quá hạn.',
      T.manner,
      'Lệ phí: 6.000 đồng đối với đăng ký quá hạn',
      { name: 'a fee under the authority', section: 'authority', never: ['Cơ quan thực hiện\n'] },
    ),
    retold('Sở Xây dựng thẩm định bến đò.', F.time, Q.who, {
      name: 'who appraises, under who decides',
      section: 'authority',
      never: ['Thẩm quyền giải quyết\n'],
    }),
  ],
  'table markup': [
    twist('| Loại đò | Mức hỗ trợ |\n|---|---|\n| Đò nhỏ | 500.000 đồng |', F.table, Q.rows, {
      never: ['Đò nhỏ | 500.000', '|---|'],
    }),
    twist('Đò nhỏ | từ 07 người | 300.000 đồng', F.table, Q.rows),
    twist('Đò lớn: 300.000 đồng.', F.table, Q.rows),
  ],
} satisfies Partial<Record<AdversarialClass, readonly Case[]>>;
