/** A question that nothing found answers, and what a model may say from memory or make of what lies near. */
export interface Unanswerable {
  readonly q: string;
  readonly said: string;
  /** What it quotes for it; absent where it quotes its own words. */
  readonly quote?: string;
}

/** Beside the procedure of registering a birth (test/answer/llm/fixture.ts). */
export const UNANSWERABLE: readonly Unanswerable[] = [
  { q: 'Cháu bé mới sinh được trợ cấp bao nhiêu tiền?', said: 'Trẻ mới sinh được trợ cấp 2.000.000 đồng.' },
  {
    q: 'Nuôi chim yến trong khu dân cư bị phạt bao nhiêu?',
    said: 'Mức phạt là 6.000 đồng.',
    quote: 'Lệ phí: 6.000 đồng đối với đăng ký quá hạn',
  },
  {
    q: 'Xin cấp phép bay flycam ở đâu?',
    said: 'Chủ tịch Ủy ban nhân dân cấp xã cấp phép bay flycam.',
    quote: 'Chủ tịch Ủy ban nhân dân cấp xã ký Giấy khai sinh.',
  },
  {
    q: 'Nhận con nuôi phải chờ mấy ngày?',
    said: 'Thời hạn nhận con nuôi không quá 30 ngày.',
    quote: 'Trường hợp phải xác minh thì thời hạn không quá 04 ngày làm việc.',
  },
  {
    q: 'Đổi tên cho con theo văn bản nào?',
    said: 'Việc đổi tên thực hiện theo Nghị định số 123/2015/NĐ-CP.',
    quote: 'Tờ khai đăng ký khai sinh theo mẫu số 07/KS.',
  },
  { q: 'Đốt pháo hoa ngày cưới có phải xin phép không?', said: 'Không phải xin phép khi đốt pháo hoa.' },
  {
    q: 'Mở lớp dạy bơi cần mẫu đơn nào?',
    said: 'Mở lớp dạy bơi dùng mẫu số 07/KS.',
    quote: 'Tờ khai đăng ký khai sinh theo mẫu số 07/KS.',
  },
];
