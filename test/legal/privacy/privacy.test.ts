import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, mask, unmask } from '../../../src/legal/privacy/privacy.ts';
import { processorMs } from '../../support/processor-time.ts';

const masked = (text: string) => mask(text).masked;

describe('identity numbers', () => {
  it.each([
    ['CCCD 079123456789 của dân', 'CCCD [CCCD 1] của dân'],
    ['số 046 190 001 234', 'số [CCCD 1]'],
    ['046.190.001.234', '[CCCD 1]'],
    ['0461 9000 1234', '[CCCD 1]'],
    ['căn cước: 0461-9000-1234', 'căn cước: [CCCD 1]'],
    ['cccd so 046190001234 mat', 'cccd so [CCCD 1] mat'],
    ['CMND 191234567', 'CMND [CMND 1]'],
    ['cmnd 191 234 567 cap tai Hue', 'cmnd [CMND 1] cap tai Hue'],
    ['191.234.567', '[CMND 1]'],
    ['(046190001234)', '([CCCD 1])'],
    ['046190001234, 046190001234, 046190001235', '[CCCD 1], [CCCD 1], [CCCD 2]'],
    ['046190001234 0912345678', '[CCCD 1] [SĐT 1]'],
    ['CCCD 046/190/001234', 'CCCD [CCCD 1]'],
    ['CCCD: 046,190,001,234', 'CCCD: [CCCD 1]'],
    ['căn cước không bốn sáu một chín không không không một hai ba bốn', 'căn cước [CCCD 1]'],
    ['cccd khong bon sau mot chin khong khong khong mot hai ba bon', 'cccd [CCCD 1]'],
  ])('masks %s', (text, expected) => expect(masked(text)).toBe(expected));
});

describe('phone numbers, e-mail, accounts', () => {
  it.each([
    ['gọi 0912345678', 'gọi [SĐT 1]'],
    ['gọi 0912 345 678', 'gọi [SĐT 1]'],
    ['gọi 091.234.5678', 'gọi [SĐT 1]'],
    ['gọi +84 912 345 678', 'gọi [SĐT 1]'],
    ['gọi (+84)912345678', 'gọi [SĐT 1]'],
    ['gọi 84912345678', 'gọi [SĐT 1]'],
    ['gọi (0234) 3822123', 'gọi [SĐT 1]'],
    ['gọi 0234.3822.123', 'gọi [SĐT 1]'],
    ['thư nguyen.an+1@hue.gov.vn nhé', 'thư [EMAIL 1] nhé'],
    ['số tài khoản 0071 0012 34567 Vietcombank', 'số tài khoản [TÀI KHOẢN 1] Vietcombank'],
    ['STK Vietcombank: 0071001234567', 'STK Vietcombank: [TÀI KHOẢN 1]'],
    ['stk 19036512345018', 'stk [TÀI KHOẢN 1]'],
    ['sđt không chín một hai ba bốn năm sáu bảy tám', 'sđt [SĐT 1]'],
  ])('masks %s', (text, expected) => expect(masked(text)).toBe(expected));
});

describe('vehicle plates', () => {
  it.each([
    ['xe 75A-123.45 của ông A', 'xe [BIỂN XE 1] của ông A'],
    ['xe máy 75-B1 234.56', 'xe máy [BIỂN XE 1]'],
    ['bien so 43a 567.89', 'bien so [BIỂN XE 1]'],
    ['xe 75B1-23456 bị giữ', 'xe [BIỂN XE 1] bị giữ'],
    ['xe máy 75a12345', 'xe máy [BIỂN XE 1]'],
    ['Xe của ông An: 75B1-2345', 'Xe của ông [TÊN 1]: [BIỂN XE 1]'],
    ['xe ô tô 75A 12345', 'xe ô tô [BIỂN XE 1]'],
    ['BKS: 75C 1234; biển kiểm soát 75F1-12345', 'BKS: [BIỂN XE 1]; biển kiểm soát [BIỂN XE 2]'],
  ])('masks %s', (text, expected) => expect(masked(text)).toBe(expected));

  it.each([
    'xe máy 50cc 2023',
    'xe tải 10t 15000 km',
    'xe 16 chỗ, xe theo Nghị định 10/2020/NĐ-CP',
    'xe ô tô theo mẫu 02B/ĐK và 75-NQ/TW',
    '29 TCN 123.45',
    'Mẫu số 01A-123 và 02B/ĐK',
    '75/SNV-CCHC',
    'phí 75 nghìn, 123.45 m2',
  ])('leaves %s', (text) => expect(masked(text)).toBe(text));
});

describe('names of private persons', () => {
  it.each([
    ['bà Trần Thị Hoa hỏi', 'bà [TÊN 1] hỏi'],
    ['Ông Nguyễn Văn A nộp hồ sơ', 'Ông [TÊN 1] nộp hồ sơ'],
    ['anh Tuấn muốn khai sinh cho cháu Bảo Ngọc', 'anh [TÊN 1] muốn khai sinh cho cháu [TÊN 2]'],
    ['Họ và tên: NGUYỄN VĂN AN, sinh năm 1990', 'Họ và tên: [TÊN 1], sinh năm [NGÀY SINH 1]'],
    ['họ tên Lê Thị Bích', 'họ tên [TÊN 1]'],
    ['ông bà Nguyễn Văn Tư', 'ông bà [TÊN 1]'],
    ['Cụ Tôn Nữ Thị Hạnh đã mất', 'Cụ [TÊN 1] đã mất'],
    ['ong nguyen van tuan muon dang ky', 'ong [TÊN 1] muon dang ky'],
    ['ba Tran Thi Hoa xin', 'ba [TÊN 1] xin'],
    ['chi nguyen thi thu ha o Phu Bai', 'chi [TÊN 1] o Phu Bai'],
    ['Nguyễn Thị Lan và Lê Văn Hải kết hôn', '[TÊN 1] và [TÊN 2] kết hôn'],
    ['Người yêu cầu: Lê Đình Thám', 'Người yêu cầu: [TÊN 1]'],
    ['vợ chồng ông Nguyễn Văn An bà Trần Thị Hoa', 'vợ chồng ông [TÊN 1] bà [TÊN 2]'],
    ['vợ chồng anh Tuấn chị Lan', 'vợ chồng anh [TÊN 1] chị [TÊN 2]'],
    ['ông nguyễn văn an xin tách thửa', 'ông [TÊN 1] xin tách thửa'],
    ['chị John Smith', 'chị [TÊN 1]'],
    ['vợ là Trần Lan Anh', 'vợ là [TÊN 1]'],
    ['vo la tran lan anh', 'vo la [TÊN 1]'],
    ['ong nguyen van b xin', 'ong [TÊN 1] xin'],
    ['chong toi la le minh quan', 'chong toi la [TÊN 1]'],
    ['con toi ten tran bao ngoc', 'con toi ten [TÊN 1]'],
    ['dì ruột là Hoàng Kim Ngân', 'dì ruột là [TÊN 1]'],
    ['người đại diện là Phan Thanh Giản', 'người đại diện là [TÊN 1]'],
    ['bác sĩ Trần Quốc Tuấn khám', 'bác sĩ [TÊN 1] khám'],
    ['cô giáo Lan Anh', 'cô giáo [TÊN 1]'],
    ['sinh viên Đặng Thu Hà', 'sinh viên [TÊN 1]'],
    ['mẹ tên Lan', 'mẹ tên [TÊN 1]'],
    ['chồng tôi tên là Lê Minh Quân', 'chồng tôi tên là [TÊN 1]'],
    ['con gái tên Trần Bảo Ngọc học lớp 3', 'con gái tên [TÊN 1] học lớp 3'],
    ['có mẹ là Hồ Ngọc Diệp, cha là Alăng Nhớ', 'có mẹ là [TÊN 1], cha là [TÊN 2]'],
    ['hộ ông An - Bà Hoa', 'hộ ông [TÊN 1] - Bà [TÊN 2]'],
    ['đất của ông An và Bà Hoa', 'đất của ông [TÊN 1] và Bà [TÊN 2]'],
    ['bà H’Hen Niê xin', 'bà [TÊN 1] xin'],
    ["bà H'Hen Niê, ông K'Brơi", 'bà [TÊN 1], ông [TÊN 2]'],
    ['ông Y Blô và ông A Lăng Nhớ', 'ông [TÊN 1] và ông [TÊN 2]'],
    ['anh tuấn muốn khai sinh', 'anh [TÊN 1] muốn khai sinh'],
    ['anh tuan muon dang ky', 'anh [TÊN 1] muon dang ky'],
    ['chi hoa o phuong Hoa Chau hoi', 'chi [TÊN 1] o phuong Hoa Chau hoi'],
    ['ong nam bi mat so do', 'ong [TÊN 1] bi mat so do'],
    ['khai tử cho bà lan, chị hằng đi thay', 'khai tử cho bà [TÊN 1], chị [TÊN 2] đi thay'],
  ])('masks %s', (text, expected) => expect(masked(text)).toBe(expected));

  it.each([
    ['ông Nguyễn Văn An, sinh ngày 01/02/1990', 'ông [TÊN 1], sinh ngày [NGÀY SINH 1]'],
    ['ông Nguyễn Văn An (1/2/1990)', 'ông [TÊN 1] ([NGÀY SINH 1])'],
    ['cháu Lê Minh Khôi sinh ngày 5 tháng 3 năm 2020', 'cháu [TÊN 1] sinh ngày [NGÀY SINH 1]'],
  ])('masks the date of birth beside a name: %s', (text, expected) => expect(masked(text)).toBe(expected));
});

describe('what is nobody’s personal data', () => {
  it.each([
    'Nghị định số 120/2025/NĐ-CP ngày 11/6/2025 của Chính phủ',
    'Thủ tục 1.001193 và 2.000488',
    '1.001193 2.000488 1.004873',
    'Mức phí 123.456.789 đồng, tổng 500.000.000 đ',
    'số tiền 150000000 đồng',
    'Lệ phí: 8,000 Việt Nam Đồng',
    'ông Chủ tịch Ủy ban nhân dân xã',
    'Ông Chủ tịch UBND phường Thuận Hóa ký',
    'bà Phó Giám đốc Sở Tư pháp',
    'anh Trưởng thôn, chị Bí thư chi bộ',
    'ngày 12.03.2025 và 01/07/2025',
    'trẻ sinh ngày 1/7/2025 thì khai sinh ở đâu',
    'trẻ em Việt Nam, anh em, ông bà, cha mẹ',
    'anh chị cho em hỏi, bà con ở quê, ông ngoại và ông nội của cháu, chị em gái, em trai',
    'ba nam nay chua lam, co hoa don, chi phi, chi nhanh, anh hung lao dong, em dang o',
    'bà mẹ Việt Nam, cô giáo, bác sĩ, cháu ngoại, con của anh trai, em nhỏ',
    'chi tiet ho so, chi cuc thue, anh minh can gi, chị hoa mắt, chị em muốn nhập hộ khẩu',
    'le phi dang ky ket hon la bao nhieu, chi phi the nao',
    'em dang thi cong chuc, ba le phi nay',
    'theo mẫu số 01/HT, ghi chú Mẫu 13',
    'huyện Cô Tô, tỉnh Bà Rịa - Vũng Tàu',
    'bà mẹ Việt Nam anh hùng',
    'gọi tổng đài 19001234 hoặc 1022',
    'tài khoản 1121, tài khoản định danh mức 2',
    'đường Nguyễn Thị Minh Khai, cầu Trần Thị Lý',
    'Chủ tịch Nguyễn Văn Phương ký quyết định',
    'Mã hồ sơ 000.00.25.H57-230101-0001',
    'chi Hội Nông dân, chi cục Thuế',
    'cha mẹ là người nước ngoài',
    'chồng là Chủ tịch Ủy ban nhân dân xã',
    'vợ là công dân Việt Nam',
    'con là Đảng viên, mẹ là Bà Mẹ Việt Nam Anh Hùng',
    'cha là Liệt Sĩ, mẹ là Thương Binh hạng 2/4',
    'vợ là Hàn Quốc, chồng là Việt Kiều, con là Tà Ôi',
    'con của liệt sĩ là Ủy ban nhân dân xã xác nhận',
    'ông A, bà B và ông A Chủ tịch xã',
    'đường Trần Hưng Đạo, phường Nguyễn Trãi, trường THCS Nguyễn Tri Phương',
    'vo la cong dan viet nam, chong la nguoi nuoc ngoai, con la lao dong chinh',
    'me la ho ngheo nhieu nam, cha la to truong to dan pho',
    'học sinh Trường Tiểu học, công dân Việt Nam, sinh viên Đại học Huế',
    'không một hai ba bốn ngày, một hai ba',
    'đường Hai Bà Trưng - Bà Huyện Thanh Quan',
    'diện tích 123 456 789 m2',
    'số 47 Phạm Văn Đồng, số 333-335-337 Nguyễn Trãi',
    'QUY HOẠCH ĐÔ THỊ VÀ NÔNG THÔN',
    'theo mẫu;TK 1.000321.docx',
    'tệp 019d2bf7-5fae-761b-9c8e-694371482303',
    '226/QĐ-UBND, 45/UBND-VP, 80-NQ/TW',
  ])('leaves %s', (text) => expect(masked(text)).toBe(text));
});

describe('tokens', () => {
  it('keeps a value’s token over several texts', () => {
    const first = mask('ông Nguyễn Văn An, 0912345678');
    const second = mask('0912345678 và 0987654321', first.tokens);
    expect(second.masked).toBe('[SĐT 1] và [SĐT 2]');
    expect(unmask(second.masked, second.tokens)).toBe('0912345678 và 0987654321');
  });

  it('never gives out a token the person typed', () => {
    const text = '[CCCD 1] là gì, của tôi 046190001234';
    const m = mask(text);
    expect(m.masked).toBe('[CCCD 1] là gì, của tôi [CCCD 2]');
    expect(unmask(m.masked, m.tokens)).toBe(text);
  });

  it('leaves tokens it never gave out', () => {
    expect(unmask('gửi [TÊN 7]', mask('bà Trần Thị Hoa').tokens)).toBe('gửi [TÊN 7]');
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    'ông ',
    'bà ',
    'cháu ',
    'họ tên: ',
    'Nguyễn Văn An',
    'Trần Thị Hoa',
    'NGUYỄN THỊ LAN',
    'Chủ tịch ',
    ' sinh ngày ',
  ),
  fc.constantFrom(
    'CCCD ',
    'stk ',
    '+84 ',
    '[CCCD 1]',
    '[TÊN 2]',
    ' ',
    ', ',
    '\n',
    '.',
    'đồng',
    '01/02/1990',
    'anh nguyen van ba ',
  ),
  fc.stringMatching(/^[0-9]{1,13}$/),
  fc.stringMatching(/^0[0-9]{2} [0-9]{3} [0-9]{3} [0-9]{3}$/),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
  fc.emailAddress(),
);

describe('hostile input', () => {
  it.each(['1', '1 ', '0912345678 ', 'a.', 'a@', 'ông ', 'Nguyễn ', ' ', 'sinh 1990 ', '(+84) '])(
    '%j repeated takes time in proportion',
    (piece) => {
      const text = piece.repeat(Math.ceil(40_000 / piece.length));
      expect(processorMs(() => mask(text))).toBeLessThan(5_000);
    },
  );
});

describe('properties', () => {
  it('unmask undoes mask, and the masked text holds nothing personal', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const m = mask(text);
        expect(unmask(m.masked, m.tokens)).toBe(text);
        expect(findPersonalData(m.masked)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds an identity number wherever it stands on its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'Dân hỏi: ', 'cccd ', 'ba Hoa ', 'số\n'),
        fc.stringMatching(/^0[0-9]{11}$/),
        fc.constantFrom('', ' muốn đăng ký', ', thường trú', '\n', ').'),
        (before, id, after) => {
          expect(mask(before + id + after).masked).not.toContain(id);
        },
      ),
    );
  });

  it('spans are in order and disjoint', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const found = findPersonalData(pieces.join(''));
        for (let i = 1; i < found.length; i++)
          expect(found[i]!.span.start).toBeGreaterThanOrEqual(found[i - 1]!.span.end);
      }),
    );
  });
});
