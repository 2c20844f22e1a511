import { AMENDING, BASE } from '../ferry-decrees.ts';

/** Questions that need two places of the corpus, or a decree and the one that amends it. */
export interface MultiHop {
  readonly id: string;
  readonly kind: 'two procedures' | 'unit and procedure' | 'deadline and procedure' | 'amended';
  readonly q: string;
  /** Literally in an answer that is whole. */
  readonly facts: readonly string[];
}

const of = (kind: MultiHop['kind'], ...list: [string, ...string[]][]): MultiHop[] =>
  list.map(([q, ...facts], i) => ({ id: `${kind} ${i + 1}`, kind, q, facts }));

export const MULTI_HOP: readonly MultiHop[] = [
  ...of(
    'two procedures',
    [
      'Đăng ký kết hôn phải xác minh thì mấy ngày và đăng ký tạm trú mấy ngày?',
      '05 ngày làm việc',
      '03 ngày làm việc',
    ],
    [
      'Thời hạn đăng ký thường trú là bao lâu, còn tách hộ thì bao lâu?',
      '07 ngày làm việc',
      '05 ngày làm việc',
    ],
    [
      'Lệ phí đăng ký thường trú là bao nhiêu và lệ phí tách hộ là bao nhiêu?',
      '20.000 đồng',
      '10.000 đồng/lần',
    ],
    [
      'Sinh con thì phải khai sinh trong bao nhiêu ngày, còn khai tử thì trong bao nhiêu ngày?',
      '60 ngày',
      '15 ngày',
    ],
    [
      'Đăng ký hộ kinh doanh mất mấy ngày và chấm dứt hộ kinh doanh mất mấy ngày?',
      '03 ngày làm việc',
      '05 ngày làm việc',
    ],
    [
      'Khai báo tạm vắng mấy ngày xong, còn đăng ký thường trú mấy ngày xong?',
      '01 ngày làm việc',
      '07 ngày làm việc',
    ],
    [
      'Hòa giải tranh chấp đất đai bao nhiêu ngày; đăng ký tạm trú nộp lệ phí bao nhiêu?',
      '40 ngày',
      '7.000 đồng',
    ],
    [
      'Em muốn chuyển hộ khẩu về nhà mới thì mất bao lâu và tách sổ cho em trai thì lệ phí bao nhiêu?',
      '07 ngày làm việc',
      '10.000 đồng/lần',
    ],
  ),
  ...of(
    'unit and procedure',
    [
      'Người ở xã Phú An cũ muốn đăng ký kết hôn thì nộp ở đâu và xã đó nay thuộc phường nào?',
      'Mỹ Thượng',
      'nơi cư trú của bên nam hoặc bên nữ',
    ],
    ['Xã Phú An cũ nay thuộc phường nào và đăng ký tạm trú thì nộp ở đâu?', 'Mỹ Thượng', 'Công an cấp xã'],
    [
      'Nhà ở xã Phú Mỹ cũ, khai tử trong bao nhiêu ngày và giấy tờ ghi tên phường nào?',
      'Mỹ Thượng',
      '15 ngày',
    ],
  ),
  ...of(
    'deadline and procedure',
    [
      'Nhận hồ sơ tách hộ ngày 02/11/2026 thì hẹn trả ngày nào và lệ phí tách hộ bao nhiêu?',
      '10.000 đồng/lần',
      '09/11/2026',
    ],
    [
      'Hồ sơ đăng ký thường trú nhận ngày 02/11/2026 hẹn trả ngày nào, còn lệ phí thì bao nhiêu?',
      '20.000 đồng',
      '11/11/2026',
    ],
  ),
  ...of(
    'amended',
    [
      'Mức hỗ trợ người chèo đò ngang hiện nay là bao nhiêu và văn bản nào sửa đổi mức đó?',
      '900.000 đồng',
      '733/2026/NĐ-CP',
    ],
    [
      'Hồ sơ xin hỗ trợ chèo đò gồm những gì và mức hỗ trợ sau khi sửa đổi là bao nhiêu?',
      'Đơn đề nghị hỗ trợ chèo đò',
      '900.000 đồng',
    ],
    [
      'Ai tổ chức thăm đò hằng năm và người chèo đò được hỗ trợ bao nhiêu?',
      'Ủy ban nhân dân cấp xã tổ chức thăm đò',
      '900.000 đồng',
    ],
  ),
];

/** Made-up decrees, the second amending the first: file name → text. */
export const DECREES: Readonly<Record<string, string>> = {
  'nghi-dinh-711.txt': BASE,
  'nghi-dinh-733.txt': AMENDING,
};
