import { describe, expect, it } from 'vitest';
import { parseOfficialDocument } from '../../../src/ingest/official/parse.ts';
import { DECREE_PAGES, LETTER, read } from './fixtures.ts';

const decree = parseOfficialDocument(read(...DECREE_PAGES), 'nghi-dinh.pdf');
const letter = parseOfficialDocument(read(LETTER), 'cong-van.pdf');

describe('parseOfficialDocument', () => {
  it('reads the header of a decree, each field with its confidence', () => {
    const { confidence, ...fields } = decree.header;
    expect(fields).toEqual({
      number: '999/2025/NĐ-CP',
      type: 'Nghị định',
      issuer: 'Chính phủ',
      place: 'Hà Nội',
      date: '2025-06-11',
      subject: 'Quy định về việc thử nghiệm ở cấp xã',
      signer: 'Nguyễn Văn Mẫu',
      signerTitle: 'Phó Thủ tướng',
      recipients: ['Ban Bí thư Trung ương Đảng', 'Ủy ban nhân dân các tỉnh, thành phố'],
      effectiveFrom: '2025-07-01',
      effectiveTo: '2027-02-28',
    });
    expect(Math.min(...Object.values(confidence))).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    [
      'the day of the text that brought a form',
      'Mẫu CT91 ban hành kèm theo Thông tư số 953/2025/TT-BCA\nngày 01/7/2025 của Bộ trưởng Bộ Công an',
      undefined,
    ],
    ['a day in figures without a place, for a person to confirm', 'Mẫu DC91\nNgày 15/05/2024', 0.6],
  ])('%s', (_, note, confidence) => {
    const form = `${note}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTỜ KHAI\nKính gửi: …`;
    expect(parseOfficialDocument(read(form), 'mau.doc').header.confidence.date).toBe(confidence);
  });

  it('a subject goes on over lines that name other texts and their days, and one that lost its first word is asked', () => {
    const head = (subject: string) =>
      parseOfficialDocument(
        read(
          `BỘ CÔNG AN\nSố: 966/2023/TT-BCA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 17 tháng 11 năm 2023\nTHÔNG TƯ\n${subject}\nCăn cứ Luật Cư trú;`,
        ),
        'tt.doc',
      ).header;
    const long = head(
      'Sửa đổi, bổ sung một số điều của Thông tư số 955/2021/TT -BCA\nngày 15 tháng 5 năm 2021 của Bộ trưởng Bộ Công an quy định về quản lý cư\ntrú; Thông tư số 957/2021/TT-BCA ngày 15 tháng 5 năm 2021 của\nBộ trưởng Bộ Công an',
    );
    expect(long.subject).toMatch(/^Sửa đổi.*quản lý cư trú; Thông tư số 957.* của Bộ trưởng Bộ Công an$/);
    expect(long.confidence.subject).toBeGreaterThan(0.8);
    expect(head('chi tiết một số điều của Luật Cư trú').confidence.subject).toBeLessThan(0.8);
  });

  it.each([
    [
      'type in small letters, as legacy fonts leave it; a subject over two lines that names a day',
      `chính phủ
Số: 926/2001/NĐ-CP
Cộng hòa xã hội chủ nghĩa việt nam
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 04 tháng 6 năm 2001
nghị định của chính phủ
Sửa đổi, bổ sung một số điều của Nghị định số 930/1998/NĐ-CP
ngày 13 tháng 5 năm 1998 của Chính phủ quy định việc thử
Để việc thử được thống nhất, Chính phủ ban hành.
Điều 1. Sửa đổi`,
      {
        number: '926/2001/NĐ-CP',
        type: 'Nghị định',
        date: '2001-06-04',
        subject:
          'Sửa đổi, bổ sung một số điều của Nghị định số 930/1998/NĐ-CP ngày 13 tháng 5 năm 1998 của Chính phủ quy định việc thử',
      },
    ],
    [
      'a plan: the place joined to the motto, the recitals to the subject',
      `ỦY BAN NHÂN DÂN
PHƯỜNG THUẬN HÓA
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc Thuận Hóa, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2026 Thực hiện Kế hoạch số 512/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân thành phố, Ủy ban nhân dân phường ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao chất lượng.`,
      {
        number: '45/KH-UBND',
        place: 'Thuận Hóa',
        date: '2026-01-05',
        subject: 'Kiểm soát thủ tục hành chính năm 2026',
      },
    ],
    [
      'number and day in the title',
      `Nghị định của Chính phủ số 917/2003/NĐ-CP ngày 10/10/2003
về việc thử nghiệm ở cơ quan
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Phạm vi`,
      {
        number: '917/2003/NĐ-CP',
        issuer: 'Chính phủ',
        date: '2003-10-10',
        subject: 'Về việc thử nghiệm ở cơ quan',
      },
    ],
    [
      'a consolidation in force from the effect of its last amending text on',
      `VĂN PHÒNG QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
THỬ NGHIỆM
Luật Thử nghiệm số 91/2024/QH15 ngày 18 tháng 01 năm 2024 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 8 năm 2024, được sửa đổi, bổ sung bởi:
1. Luật số 92/2025/QH15 ngày 29 tháng 6 năm 2025 của Quốc hội, có hiệu lực thi
hành kể từ ngày 01 tháng 7 năm 2025.
Điều 1. Phạm vi
Luật này quy định việc thử.
Điều 2. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 8 năm 2024.
XÁC THỰC VĂN BẢN HỢP NHẤT
Số: 911/VBHN-VPQH
Hà Nội, ngày 20 tháng 8 năm 2025`,
      { number: '911/VBHN-VPQH', type: 'Văn bản hợp nhất', effectiveFrom: '2025-07-01' },
    ],
  ])('reads a head with %s', (_, text, expected) => {
    expect(parseOfficialDocument(read(text), 'x.doc').header).toMatchObject(expected);
  });

  it('reads the head of a công văn set in two columns', () => {
    expect(letter.header).toMatchObject({
      number: '45/SNV-CCHC',
      type: 'Công văn',
      issuer: 'Sở Nội vụ thành phố Huế',
      place: 'Huế',
      date: '2026-02-03',
      subject: 'Về việc hướng dẫn tiếp nhận hồ sơ',
      signer: 'Trần Thị Mẫu',
      signerTitle: 'Giám đốc',
    });
  });

  it('keeps the sunset clause and the precedence of a temporary decree', () => {
    expect(decree.sunset).toMatchObject({ until: '2027-02-28', earlierByLaterText: true, prevails: true });
    expect(decree.relations.map((r) => `${r.kind} ${r.target}`)).toEqual([
      'refers 63/2025/QH15',
      'replaces 888/2020/NĐ-CP',
    ]);
  });

  it('takes the number of a consolidation from beside the certifying signature', () => {
    const text = `LUẬT
THUẾ THỬ
Luật Thuế thử số 66/2025/QH15 ngày 14 tháng 6 năm 2025 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2026, được sửa đổi, bổ sung bởi:
Luật số 09/2026/QH16 ngày 24 tháng 4 năm 2026 của Quốc hội.
Điều 1. Phạm vi
Luật này quy định về thuế thử.
VĂN PHÒNG QUỐC HỘI
Số: 111/VBHN-VPQH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 20 tháng 5 năm 2026`;
    expect(parseOfficialDocument(read(text), 'x.pdf').header).toMatchObject({
      number: '111/VBHN-VPQH',
      type: 'Văn bản hợp nhất',
      date: '2026-05-20',
    });
  });

  it('takes no number from the sheet of a procedure, where it stands beside its label', () => {
    const sheet =
      'CHI TIẾT THỦ TỤC HÀNH CHÍNH\nTên thủ tục\tThủ tục thử nghiệm\nSố quyết định\t999/QĐ-BTP\nVăn bản quy định\tThông tư số 99/2016/TT-BTC';
    expect(parseOfficialDocument(read(sheet), 'chi-tiet.pdf').header.number).toBeUndefined();
  });

  it('a loose form names its decision, but a person is asked', () => {
    const form = 'B1-1-ĐONTC\n(Kèm theo Quyết định số 99/2003/QĐ-BKHCN ngày 18/7/2003)\nĐơn đăng ký chủ trì';
    const { header } = parseOfficialDocument(read(form), 'don.doc');
    expect(header.number).toBe('99/2003/QĐ-BKHCN');
    expect(header.confidence.number).toBeLessThan(0.5);
  });

  it('says what it could not read', () => {
    const { header, warnings } = parseOfficialDocument(
      read('Điều 1. Một\nNội dung.\nĐiều 3. Ba\nNội dung.'),
      'x.txt',
    );
    expect(header.number).toBeUndefined();
    expect(warnings).toEqual([
      'Không đọc được số, ký hiệu của văn bản.',
      'Không tìm thấy Điều 2 trong bản này.',
    ]);
  });

  it('gives an empty text back as it is', () => {
    expect(parseOfficialDocument(read(''), 'x.pdf').tree.children).toEqual([]);
  });
});
