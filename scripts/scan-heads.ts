/**
 * What a person reads in the heads of the scans of ../shared/data/files, by the beginning of the file's name. Facts for the
 * measurement of how well heads are read, and whether the right fields are asked about. All are of Hà Nội.
 */
export interface ScanHead {
  readonly file: string;
  readonly number: string;
  readonly issuer: string;
  readonly date: string;
  readonly subject: string;
}

const GOVERNMENT = 'Chính phủ';
const POLICE = 'Bộ Công an';
const LEVELS = 'thẩm quyền của chính quyền địa phương 02 cấp';

const head = (file: string, number: string, issuer: string, date: string, subject: string): ScanHead => ({
  file,
  number,
  issuer,
  date,
  subject,
});

export const SCAN_HEADS: readonly ScanHead[] = [
  head(
    '120-cp',
    '120/2025/NĐ-CP',
    GOVERNMENT,
    '2025-06-11',
    `Quy định về phân định ${LEVELS} trong lĩnh vực quản lý nhà nước của Bộ Tư pháp`,
  ),
  head(
    '124-cp',
    '124/2025/NĐ-CP',
    GOVERNMENT,
    '2025-06-11',
    `Quy định về phân quyền, phân cấp; phân định ${LEVELS} trong lĩnh vực công tác dân tộc, tín ngưỡng, tôn giáo`,
  ),
  head(
    '125-cp',
    '125/2025/NĐ-CP',
    GOVERNMENT,
    '2025-06-11',
    `Quy định về phân định ${LEVELS} trong lĩnh vực quản lý nhà nước của Bộ Tài chính`,
  ),
  head(
    '127-cp',
    '127/2025/NĐ-CP',
    GOVERNMENT,
    '2025-06-11',
    'Quy định về phân cấp thẩm quyền quản lý nhà nước trong lĩnh vực quản lý, sử dụng tài sản công',
  ),
  head(
    '144-ndcp',
    '144/2025/NĐ-CP',
    GOVERNMENT,
    '2025-06-12',
    'Quy định về phân quyền, phân cấp trong lĩnh vực quản lý nhà nước của Bộ Xây dựng',
  ),
  head(
    '16_NGHI_DINH',
    '83/2017/NĐ-CP',
    GOVERNMENT,
    '2017-07-18',
    'Quy định về công tác cứu nạn, cứu hộ của lực lượng phòng cháy và chữa cháy',
  ),
  head(
    '19_THONG_TU',
    '04/2021/TT-BLĐTBXH',
    'Bộ Lao động - Thương binh và Xã hội',
    '2021-06-30',
    'Hướng dẫn một số chế độ đối với người được điều động, huy động trực tiếp chữa cháy, phục vụ chữa cháy, thành viên đội dân phòng, đội phòng cháy và chữa cháy cơ sở và chuyên ngành tham gia huấn luyện, bồi dưỡng nghiệp vụ phòng cháy và chữa cháy',
  ),
  head(
    '22_THONG_TU',
    '150/2020/TT-BCA',
    POLICE,
    '2020-12-31',
    'Quy định về trang bị phương tiện phòng cháy, chữa cháy và cứu nạn, cứu hộ cho lực lượng dân phòng, lực lượng phòng cháy và chữa cháy cơ sở, lực lượng phòng cháy và chữa cháy chuyên ngành',
  ),
  head(
    '303-cp',
    '303/NQ-CP',
    GOVERNMENT,
    '2025-10-03',
    'Về giải pháp thực hiện hiệu quả chính quyền địa phương 2 cấp theo Kết luận của Bộ Chính trị, Ban Bí thư',
  ),
  head(
    '40_VAN_BAN',
    '2243/PCCC&CNCH-P6',
    'Cục Cảnh sát PCCC và CNCH',
    '2025-07-23',
    'Về việc thu thập, tổng hợp, đánh giá tình hình thực hiện QCVN 03:2023/BCA',
  ),
  head(
    'SRC-A_02',
    '154/2024/NĐ-CP',
    GOVERNMENT,
    '2024-11-26',
    'Quy định chi tiết một số điều và biện pháp thi hành Luật Cư trú',
  ),
  head(
    'SRC-A_03',
    '66/2023/TT-BCA',
    POLICE,
    '2023-11-17',
    'Sửa đổi, bổ sung một số điều của Thông tư số 55/2021/TT-BCA ngày 15 tháng 5 năm 2021 của Bộ trưởng Bộ Công an quy định chi tiết một số điều và biện pháp thi hành Luật Cư trú; Thông tư số 56/2021/TT-BCA ngày 15 tháng 5 năm 2021 của Bộ trưởng Bộ Công an quy định về biểu mẫu trong đăng ký, quản lý cư trú; Thông tư số 57/2021/TT-BCA ngày 15 tháng 5 năm 2021 của Bộ trưởng Bộ Công an quy định về quy trình đăng ký cư trú',
  ),
  head(
    'SRC-C_01',
    '45/2020/NĐ-CP',
    GOVERNMENT,
    '2020-04-08',
    'Về thực hiện thủ tục hành chính trên môi trường điện tử',
  ),
  head(
    'SRC-D_03',
    '79/2024/TT-BCA',
    POLICE,
    '2024-11-15',
    'Quy định về cấp, thu hồi chứng nhận đăng ký xe, biển số xe cơ giới, xe máy chuyên dùng',
  ),
  head(
    'SRC-D_04',
    '51/2025/TT-BCA',
    POLICE,
    '2025-06-30',
    'Sửa đổi, bổ sung một số điều của Thông tư số 79/2024/TT-BCA ngày 15 tháng 11 năm 2024 của Bộ trưởng Bộ Công an quy định về cấp, thu hồi chứng nhận đăng ký xe, biển số xe cơ giới, xe máy chuyên dùng đã được sửa đổi, bổ sung tại Thông tư số 13/2025/TT-BCA ngày 28 tháng 02 năm 2025 của Bộ trưởng Bộ Công an',
  ),
  head(
    'SRC-F_03',
    '106/2025/NĐ-CP',
    GOVERNMENT,
    '2025-05-15',
    'Quy định xử phạt vi phạm hành chính trong lĩnh vực phòng cháy, chữa cháy và cứu nạn, cứu hộ',
  ),
];
