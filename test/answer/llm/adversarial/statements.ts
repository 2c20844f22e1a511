/** Replies whose statements their evidence does not support, one beside a true one: the true one stays, the other is not
 * shown, and the status says that something is missing. */
import { text } from '../../../support/fake-openai.ts';
import { GOOD, reply, statement, T } from '../fixture.ts';
import type { AdversarialClass, Case } from './classes.ts';

export const Q4 = 'Trường hợp phải xác minh thì thời hạn không quá 04 ngày làm việc.';
/** A false statement beside a true one. */
export const beside = (s: unknown) => text(reply({ conclusion: [GOOD], fee: [s] }));

export const STATEMENTS = {
  'invented decree': [
    {
      name: 'an invented decree',
      script: beside(
        statement('Theo Nghị định số 888/2025/NĐ-CP, thời hạn không quá 4 ngày làm việc.', T.manner, Q4),
      ),
      never: ['888/2025'],
    },
    {
      name: 'an invented decree named by number and year',
      script: beside(
        statement(
          'Theo Nghị định 888/2025, trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.',
          T.manner,
          Q4,
        ),
      ),
      never: ['888/2025'],
    },
    {
      name: 'an invented law',
      script: beside(
        statement(
          'Theo Luật Đất đai, trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.',
          T.manner,
          Q4,
        ),
      ),
      never: ['Luật Đất đai'],
    },
  ],
  'right decree with wrong article': [
    {
      name: 'the right decree with a wrong article',
      script: beside(
        statement(
          'Theo Điều 6 Nghị định số 777/2025/NĐ-CP, thời hạn 12 ngày làm việc.',
          T.decree,
          'trong thời hạn 12 ngày làm việc',
        ),
      ),
      never: ['Điều 6'],
    },
    {
      name: 'the right article with a wrong clause',
      script: beside(
        statement(
          'Theo khoản 4 Điều 5 Nghị định số 777/2025/NĐ-CP, thời hạn 12 ngày làm việc.',
          T.decree,
          'trong thời hạn 12 ngày làm việc',
        ),
      ),
      never: ['khoản 4'],
    },
  ],
  'altered number': [
    {
      name: 'an altered number',
      script: beside(
        statement('Trường hợp phải xác minh thì thời hạn không quá 14 ngày làm việc.', T.manner, Q4),
      ),
      never: ['14 ngày'],
    },
    {
      name: 'an altered unit',
      script: beside(statement('Trường hợp phải xác minh thì thời hạn không quá 4 ngày.', T.manner, Q4)),
      never: ['4 ngày.'],
    },
    {
      name: 'an altered amount',
      script: beside(
        statement(
          'Lệ phí: 60.000 đồng đối với đăng ký quá hạn.',
          T.manner,
          'Lệ phí: 6.000 đồng đối với đăng ký quá hạn',
        ),
      ),
      never: ['60.000'],
    },
    {
      name: 'an amount in words',
      script: beside(
        statement(
          'Lệ phí là sáu triệu đồng đối với đăng ký quá hạn.',
          T.manner,
          'Lệ phí: 6.000 đồng đối với đăng ký quá hạn',
        ),
      ),
      never: ['sáu triệu'],
    },
    {
      name: 'a date that is not there',
      script: beside(
        statement(
          'Áp dụng từ ngày 01/8/2025, thời hạn 12 ngày làm việc.',
          T.decree,
          'trong thời hạn 12 ngày làm việc, áp dụng từ ngày 01/7/2025',
        ),
      ),
      never: ['01/8/2025'],
    },
    {
      name: 'an altered form number',
      script: beside(
        statement(
          'Tờ khai đăng ký khai sinh theo mẫu số 08/KS.',
          T.dossier,
          'Tờ khai đăng ký khai sinh theo mẫu số 07/KS',
        ),
      ),
      never: ['08/KS'],
    },
    {
      name: 'another number of copies',
      script: beside(statement('Số lượng hồ sơ: 03 bộ.', T.dossier, 'Số lượng: 01 bộ')),
      never: ['03 bộ'],
    },
    {
      name: 'at least for at most',
      script: beside(
        statement('Trường hợp phải xác minh thì thời hạn ít nhất 4 ngày làm việc.', T.manner, Q4),
      ),
      never: ['ít nhất 4'],
    },
    {
      name: 'a figure whose quote does not hold it',
      script: beside(statement('Lệ phí: 6.000 đồng đối với đăng ký quá hạn.', T.manner, Q4)),
      never: ['6.000'],
    },
    {
      name: 'a figure without a quote',
      script: beside(statement('Lệ phí: 6.000 đồng đối với đăng ký quá hạn.', T.manner)),
      never: ['6.000'],
    },
  ],
  'altered quote': [
    {
      name: 'an altered quote',
      script: beside(
        statement(
          'Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.',
          T.manner,
          'Trường hợp cần xác minh thì thời hạn là 04 ngày làm việc',
        ),
      ),
      never: [],
    },
    {
      name: 'a quote with a gap',
      script: beside(
        statement(
          'Lệ phí 6.000 đồng đối với đăng ký đúng hạn.',
          T.manner,
          'Lệ phí: 6.000 đồng ... đối với đăng ký đúng hạn',
        ),
      ),
      never: ['6.000 đồng đối với đăng ký đúng hạn'],
    },
    {
      name: 'a quote that lies inside a longer number',
      script: beside(statement('Thời hạn 2 ngày làm việc.', T.decree, '2 ngày làm việc')),
      never: ['2 ngày làm việc. [2]'],
    },
  ],
  'quote from another document': [
    {
      name: 'a quote from another document',
      script: beside(
        statement('Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.', T.decree, Q4),
      ),
      never: [],
    },
  ],
  'expired document': [
    {
      name: 'an expired decree',
      script: beside(
        statement(
          'Ủy ban nhân dân cấp huyện thực hiện đăng ký khai sinh có yếu tố nước ngoài trong thời hạn 20 ngày.',
          T.expired,
          'thực hiện đăng ký khai sinh có yếu tố nước ngoài trong thời hạn 20 ngày',
        ),
      ),
      never: ['20 ngày', 'cấp huyện'],
    },
    {
      name: 'an expired decree among the caveats, without saying so',
      script: text(
        reply({
          conclusion: [GOOD],
          caveats: [
            statement(
              'Ủy ban nhân dân cấp huyện thực hiện đăng ký khai sinh có yếu tố nước ngoài.',
              T.expired,
            ),
          ],
        }),
      ),
      never: ['cấp huyện'],
    },
  ],
  'unknown token': [
    {
      name: 'an unknown token',
      script: beside(
        statement('Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.', 'E42', Q4),
      ),
      never: ['[E42]'],
    },
  ],
  'no token': [
    { name: 'an empty statement', script: beside(statement('  **  ', T.manner, Q4)), never: ['**'] },
    {
      name: 'no token',
      script: beside(statement('Anh/chị hướng dẫn người dân nộp hồ sơ tại nơi cư trú.', [])),
      never: ['hướng dẫn người dân'],
    },
  ],
  'false conclusion from true words': [
    {
      name: 'memory under a real token',
      script: beside(
        statement('Sổ hộ khẩu giấy phải được thu hồi khi công dân thay đổi thông tin cư trú.', T.authority),
      ),
      never: ['Sổ hộ khẩu'],
    },
    {
      name: 'a paper nobody asks for',
      script: beside(
        statement('Nộp Giấy xác nhận tình trạng hôn nhân và Giấy chứng sinh.', T.dossier, 'Giấy chứng sinh'),
      ),
      never: ['tình trạng hôn nhân'],
    },
    {
      name: 'miễn phí where a fee is set',
      script: text(
        reply({
          conclusion: [GOOD],
          fee: [
            statement(
              'Đăng ký khai sinh có yếu tố nước ngoài được miễn phí.',
              T.decree,
              'thực hiện đăng ký khai sinh có yếu tố nước ngoài',
            ),
          ],
        }),
      ),
      never: ['được miễn phí'],
    },
    {
      name: 'an address on the web from nowhere',
      script: beside(
        statement('Ủy ban nhân dân cấp xã nơi cư trú: xem tại http://evil.example/login.', T.authority),
      ),
      never: ['evil'],
    },
  ],
  'denial dropped': [
    {
      name: 'a denial of what is required',
      script: beside(
        statement('Tờ khai đăng ký khai sinh không phải nộp.', T.dossier, 'Tờ khai đăng ký khai sinh'),
      ),
      never: ['không phải nộp. ['],
    },
  ],
  'agreement with a false premise': [
    {
      name: 'agreement with a false premise',
      script: beside(
        statement(
          'Được yêu cầu người dân nộp thêm giấy tờ ngoài quy định.',
          T.decree,
          'Không được yêu cầu người dân nộp thêm giấy tờ ngoài quy định.',
        ),
      ),
      never: ['\nĐược yêu cầu người dân', '. Được yêu cầu người dân'],
    },
  ],
  'wrong authority': [
    {
      name: 'a wrong office',
      script: beside(
        statement(
          'Ủy ban nhân dân cấp huyện nơi cư trú của người cha hoặc người mẹ giải quyết.',
          T.authority,
          'Cơ quan giải quyết: Ủy ban nhân dân cấp xã nơi cư trú của người cha hoặc người mẹ',
        ),
      ),
      never: ['cấp huyện'],
    },
    {
      name: 'a department from memory',
      script: beside(
        statement(
          'Sở Tư pháp là cơ quan giải quyết nơi cư trú của người mẹ.',
          T.authority,
          'Cơ quan giải quyết: Ủy ban nhân dân cấp xã nơi cư trú của người cha hoặc người mẹ',
        ),
      ),
      never: ['Sở Tư pháp'],
    },
  ],
} satisfies Partial<Record<AdversarialClass, readonly Case[]>>;
