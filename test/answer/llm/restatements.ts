/**
 * Sentences about made-up sources, told faithfully and falsely; the false ones use words of the source wherever they can.
 * The checks were mended on `TOLD`; `HELD_OUT` was written afterwards and nothing was mended on it: only its rates count
 * (docs/llm.md).
 */
export interface Told {
  readonly source: string;
  readonly title: string;
  readonly question: string;
  readonly faithful: readonly string[];
  readonly wrong: readonly string[];
  /** False and shown all the same: what these checks cannot see. */
  readonly missed?: readonly string[];
}

export const TOLD: readonly Told[] = [
  {
    title: 'Cấp giấy phép bến khách ngang sông',
    question: 'Xin phép bến khách ngang sông mất mấy ngày?',
    source:
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy phép; trường hợp không cấp phải trả lời bằng văn bản và nêu rõ lý do.',
    faithful: [
      'Thời hạn là 5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Chủ tịch UBND cấp xã cấp giấy phép trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Giấy phép do Chủ tịch Ủy ban nhân dân cấp xã cấp.',
      'Nếu không cấp thì phải trả lời bằng văn bản, nêu rõ lý do.',
      'Thời gian giải quyết: năm ngày làm việc, tính từ ngày nhận đủ hồ sơ hợp lệ.',
    ],
    wrong: [
      'Thời hạn là 5 ngày kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Thời hạn là 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Thời hạn là mười lăm ngày làm việc.',
      'Chủ tịch Ủy ban nhân dân cấp tỉnh cấp giấy phép.',
      'Chủ tịch Ủy ban nhân dân cấp xã không cấp giấy phép.',
      'Trường hợp không cấp không phải trả lời bằng văn bản.',
      'Giấy phép được cấp bất kỳ lúc nào.',
      'Công an cấp xã cấp giấy phép.',
      'Giấy phép có giá trị vĩnh viễn.',
      'Thời hạn 5 ngày làm việc trước ngày nhận đủ hồ sơ hợp lệ.',
      'Chỉ Chủ tịch Ủy ban nhân dân cấp xã trả lời bằng văn bản.',
    ],
  },
  {
    title: 'Đăng ký khai sinh',
    question: 'Khai sinh trễ thì lệ phí bao nhiêu?',
    source:
      'Lệ phí: 6.000 đồng đối với đăng ký quá hạn; miễn phí đối với đăng ký đúng hạn và người thuộc hộ nghèo.',
    faithful: [
      'Lệ phí là 6.000 đồng đối với đăng ký quá hạn.',
      'Đăng ký đúng hạn được miễn phí.',
      'Người thuộc hộ nghèo được miễn phí.',
      'Quá hạn: 6.000 đồng; đúng hạn: miễn phí.',
      'Lệ phí đăng ký khai sinh quá hạn: 6.000 đồng.',
    ],
    wrong: [
      'Lệ phí là 6.000 đồng đối với đăng ký đúng hạn.',
      'Đăng ký quá hạn được miễn phí.',
      'Lệ phí 60.000 đồng đối với đăng ký quá hạn.',
      'Đăng ký khai sinh được miễn phí.',
      'Mọi trường hợp đều miễn phí.',
      'Lệ phí là 6 triệu đồng đối với đăng ký quá hạn.',
      'Người thuộc hộ nghèo nộp 6.000 đồng.',
      'Lệ phí đăng ký đúng hạn: sáu nghìn đồng.',
    ],
  },
  {
    title: 'Cấp bản sao từ sổ đăng ký vườn ươm',
    question: 'Hồ sơ cần gì?',
    source:
      'Giấy tờ phải nộp: Tờ khai theo mẫu số 03/VU; bản sao Giấy chứng nhận quyền sử dụng đất hoặc hợp đồng thuê đất. Người yêu cầu không phải nộp bản sao sổ hộ khẩu.',
    faithful: [
      'Hồ sơ gồm Tờ khai theo mẫu số 03/VU và bản sao Giấy chứng nhận quyền sử dụng đất hoặc hợp đồng thuê đất.',
      'Nộp Tờ khai theo mẫu số 03/VU.',
      'Không phải nộp bản sao sổ hộ khẩu.',
      'Anh/chị hướng dẫn người yêu cầu nộp Tờ khai theo mẫu số 03/VU.',
    ],
    wrong: [
      'Phải nộp bản sao sổ hộ khẩu.',
      'Hồ sơ gồm Tờ khai, bản sao Giấy chứng nhận quyền sử dụng đất và hợp đồng thuê đất.',
      'Không phải nộp Tờ khai theo mẫu số 03/VU.',
      'Không phải nộp bản sao Giấy chứng nhận quyền sử dụng đất.',
      'Nộp Tờ khai theo mẫu số 30/VU.',
      'Nộp bản chính Giấy chứng nhận quyền sử dụng đất.',
      'Chỉ cần nộp sổ hộ khẩu.',
      'Hợp đồng thuê đất phải được công chứng.',
      'Hồ sơ không cần công chứng, chứng thực.',
    ],
  },
  {
    title: 'Nghị định về phân định thẩm quyền trong lĩnh vực thủy lợi',
    question: 'Ai cấp phép khai thác nước trong hồ?',
    source:
      'Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ, Chủ tịch Ủy ban nhân dân cấp xã thẩm định, Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định cấp giấy phép.',
    faithful: [
      'Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định cấp giấy phép.',
      'Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ.',
      'Chủ tịch UBND cấp xã thẩm định, Chủ tịch UBND cấp tỉnh quyết định cấp giấy phép.',
      'Hồ sơ do Trung tâm Phục vụ hành chính công tiếp nhận.',
    ],
    wrong: [
      'Chủ tịch Ủy ban nhân dân cấp xã quyết định cấp giấy phép.',
      'Trung tâm Phục vụ hành chính công quyết định cấp giấy phép.',
      'Chủ tịch Ủy ban nhân dân cấp tỉnh tiếp nhận hồ sơ.',
      'Ủy ban nhân dân cấp huyện thẩm định.',
      'Sở Nông nghiệp và Môi trường thẩm định.',
      'Công an cấp xã tiếp nhận hồ sơ.',
      'Trung tâm Phục vụ hành chính công thẩm định hồ sơ.',
    ],
  },
  {
    title: 'Hỗ trợ kinh phí sửa chữa nhà ở',
    question: 'Mức hỗ trợ sửa nhà là bao nhiêu?',
    source:
      'Mức hỗ trợ: 40 triệu đồng đối với hộ xây mới, 20 triệu đồng đối với hộ sửa chữa. Trường hợp nhà bị sập hoàn toàn do thiên tai thì hỗ trợ 60 triệu đồng. Hồ sơ nộp sau ngày 31/12 không được xem xét.',
    faithful: [
      'Hộ xây mới được hỗ trợ 40 triệu đồng, hộ sửa chữa 20 triệu đồng.',
      'Mức hỗ trợ đối với hộ sửa chữa là 20 triệu đồng.',
      'Nhà bị sập hoàn toàn do thiên tai được hỗ trợ 60 triệu đồng.',
      'Hồ sơ nộp sau ngày 31/12 không được xem xét.',
      'Mức hỗ trợ: 40.000.000 đồng đối với hộ xây mới.',
    ],
    wrong: [
      'Hộ sửa chữa được hỗ trợ 40 triệu đồng.',
      'Hộ xây mới được hỗ trợ 20 triệu đồng.',
      'Mức hỗ trợ là 60 triệu đồng.',
      'Hộ xây mới được hỗ trợ 60 triệu đồng.',
      'Hồ sơ nộp trước ngày 31/12 không được xem xét.',
      'Hồ sơ nộp sau ngày 31/12 được xem xét.',
      'Hồ sơ nộp sau ngày 30/12 không được xem xét.',
      'Hộ xây mới được hỗ trợ 40 nghìn đồng.',
    ],
  },
  {
    title: 'Quy chế tiếp công dân',
    question: 'Công chức được làm gì khi công dân say rượu?',
    source:
      'Người tiếp công dân được từ chối tiếp người đang trong tình trạng say do dùng chất kích thích. Người tiếp công dân phải giải thích cho công dân biết lý do từ chối. Cấm gây phiền hà, sách nhiễu công dân.',
    faithful: [
      'Người tiếp công dân được từ chối tiếp người đang say do dùng chất kích thích.',
      'Người tiếp công dân phải giải thích lý do từ chối cho công dân biết.',
      'Không được gây phiền hà, sách nhiễu công dân.',
    ],
    wrong: [
      'Người tiếp công dân phải từ chối tiếp mọi công dân.',
      'Người tiếp công dân không được từ chối tiếp người đang trong tình trạng say.',
      'Người tiếp công dân không phải giải thích lý do từ chối.',
      'Được gây phiền hà, sách nhiễu công dân.',
      'Người tiếp công dân có quyền gây phiền hà công dân.',
    ],
    missed: ['Công dân phải giải thích lý do từ chối.'],
  },
  {
    title: 'Trợ cấp mai táng',
    question: 'Trợ cấp mai táng nộp ở đâu, bao lâu?',
    source:
      'Cá nhân, tổ chức lo mai táng nộp hồ sơ tại Ủy ban nhân dân cấp xã nơi cư trú của người chết. Trong thời hạn 02 ngày làm việc, Ủy ban nhân dân cấp xã xem xét, gửi Sở Y tế; trong thời hạn 03 ngày làm việc kể từ ngày nhận văn bản, Sở Y tế quyết định.',
    faithful: [
      'Nộp hồ sơ tại UBND cấp xã nơi cư trú của người chết.',
      'UBND cấp xã xem xét, gửi Sở Y tế trong thời hạn 2 ngày làm việc.',
      'Sở Y tế quyết định trong thời hạn 03 ngày làm việc kể từ ngày nhận văn bản.',
      'Ủy ban nhân dân cấp xã xem xét trong 02 ngày làm việc; Sở Y tế quyết định trong 03 ngày làm việc kể từ ngày nhận văn bản.',
    ],
    wrong: [
      'UBND cấp xã quyết định trong thời hạn 3 ngày làm việc.',
      'Sở Y tế quyết định trong thời hạn 2 ngày làm việc.',
      'Tổng thời hạn giải quyết là 5 ngày làm việc.',
      'Nộp hồ sơ tại Sở Y tế.',
      'Ủy ban nhân dân cấp xã quyết định.',
      'Nộp hồ sơ tại Ủy ban nhân dân cấp xã nơi người chết qua đời.',
      'Nộp hồ sơ tại bất kỳ Ủy ban nhân dân cấp xã nào.',
    ],
  },
  {
    title: 'Đăng ký kết hôn',
    question: 'Người uỷ quyền nộp thay được không?',
    source:
      'Hai bên nam, nữ phải có mặt khi đăng ký kết hôn, không được ủy quyền cho người khác. Giấy xác nhận tình trạng hôn nhân có giá trị 06 tháng kể từ ngày cấp.',
    faithful: [
      'Hai bên nam, nữ phải có mặt khi đăng ký kết hôn.',
      'Không được ủy quyền cho người khác khi đăng ký kết hôn.',
      'Giấy xác nhận tình trạng hôn nhân có giá trị 6 tháng kể từ ngày cấp.',
      'Giấy xác nhận tình trạng hôn nhân có giá trị sáu tháng kể từ ngày cấp.',
    ],
    wrong: [
      'Được ủy quyền cho người khác.',
      'Hai bên nam, nữ không phải có mặt khi đăng ký kết hôn.',
      'Có thể ủy quyền cho người khác khi đăng ký kết hôn.',
      'Giấy xác nhận tình trạng hôn nhân có giá trị 6 năm kể từ ngày cấp.',
      'Giấy chứng nhận kết hôn có giá trị 6 tháng kể từ ngày cấp.',
    ],
    missed: ['Một bên có mặt khi đăng ký kết hôn.'],
  },

  {
    title: 'Đăng ký khai tử',
    question: 'Khai tử nộp giấy gì, mấy ngày có?',
    source:
      'Người có trách nhiệm đăng ký khai tử nộp tờ khai theo mẫu và Giấy báo tử cho cơ quan đăng ký hộ tịch. Ngay sau khi nhận giấy tờ, nếu thấy việc khai tử đúng thì công chức tư pháp - hộ tịch ghi nội dung vào Sổ hộ tịch; trường hợp cần xác minh thì thời hạn không quá 03 ngày làm việc.',
    faithful: [
      'Nộp tờ khai theo mẫu và Giấy báo tử cho cơ quan đăng ký hộ tịch.',
      'Trường hợp cần xác minh, thời hạn không quá 3 ngày làm việc.',
      'Công chức tư pháp - hộ tịch ghi nội dung khai tử vào Sổ hộ tịch ngay sau khi nhận giấy tờ, nếu thấy việc khai tử đúng.',
      'Người có trách nhiệm đăng ký khai tử cần nộp Giấy báo tử và tờ khai theo mẫu.',
    ],
    wrong: [
      'Thời hạn không quá 3 ngày làm việc.',
      'Trường hợp cần xác minh, thời hạn là 30 ngày làm việc.',
      'Người có trách nhiệm đăng ký khai tử không phải nộp Giấy báo tử.',
      'Nộp tờ khai và Giấy chứng tử cho cơ quan đăng ký hộ tịch.',
      'Nộp tờ khai hoặc Giấy báo tử cho cơ quan đăng ký hộ tịch.',
      'Nộp Giấy báo tử cho Công an cấp xã.',
      'Cơ quan đăng ký hộ tịch nộp tờ khai cho công chức tư pháp - hộ tịch.',
    ],
  },
  {
    title: 'Cho thuê mặt bằng chợ',
    question: 'Thuê lô chợ bao lâu, giá nào?',
    source:
      'Thời hạn thuê tối đa là 05 năm. Giá thuê: 200.000 đồng/m2/tháng đối với lô mặt tiền và 120.000 đồng/m2/tháng đối với lô phía trong. Ban quản lý chợ ký hợp đồng; Ủy ban nhân dân cấp xã phê duyệt phương án. Người thuê không được chuyển nhượng lô khi chưa có văn bản đồng ý.',
    faithful: [
      'Thời hạn thuê tối đa là 5 năm.',
      'Giá thuê lô mặt tiền: 200.000 đồng/m2/tháng.',
      'Giá thuê đối với lô phía trong là 120.000 đồng/m2/tháng.',
      'Ban quản lý chợ ký hợp đồng, UBND cấp xã phê duyệt phương án.',
      'Không được chuyển nhượng lô khi chưa có văn bản đồng ý.',
    ],
    wrong: [
      'Thời hạn thuê tối thiểu là 5 năm.',
      'Thời hạn thuê tối đa là 5 tháng.',
      'Giá thuê lô phía trong: 200.000 đồng/m2/tháng.',
      'Giá thuê là 120.000 đồng/m2/tháng.',
      'Ủy ban nhân dân cấp xã ký hợp đồng.',
      'Người thuê được chuyển nhượng lô khi chưa có văn bản đồng ý.',
      'Giá thuê: 120 đồng/m2/tháng đối với lô phía trong.',
      'Ban quản lý chợ phê duyệt phương án.',
    ],
  },
  {
    title: 'Nghị quyết về hỗ trợ học phí',
    question: 'Hỗ trợ học phí cho ai?',
    source:
      'Học sinh thuộc hộ nghèo được hỗ trợ 100% học phí, thuộc hộ cận nghèo được hỗ trợ 50% học phí. Không áp dụng đối với học sinh trường tư thục. Kinh phí do ngân sách thành phố bảo đảm. Hồ sơ gửi trước ngày 15/10 hằng năm.',
    faithful: [
      'Học sinh thuộc hộ nghèo được hỗ trợ 100% học phí.',
      'Học sinh thuộc hộ cận nghèo được hỗ trợ 50% học phí.',
      'Chính sách không áp dụng đối với học sinh trường tư thục.',
      'Gửi hồ sơ trước ngày 15/10 hằng năm.',
      'Ngân sách thành phố bảo đảm kinh phí.',
    ],
    wrong: [
      'Học sinh thuộc hộ cận nghèo được hỗ trợ 100% học phí.',
      'Áp dụng đối với học sinh trường tư thục.',
      'Ngân sách cấp xã bảo đảm kinh phí.',
      'Gửi hồ sơ sau ngày 15/10 hằng năm.',
      'Học sinh trường tư thục được hỗ trợ 50% học phí.',
      'Mọi học sinh được hỗ trợ 100% học phí.',
      'Học sinh thuộc hộ nghèo được hỗ trợ một phần học phí.',
      'Học sinh thuộc hộ nghèo được hỗ trợ 100% học phí và tiền ăn.',
    ],
  },
  {
    title: 'Chứng thực bản sao từ bản chính',
    question: 'Chứng thực bản sao ai ký, bao nhiêu tiền?',
    source:
      'Chủ tịch, Phó Chủ tịch Ủy ban nhân dân cấp xã ký chứng thực và đóng dấu. Phí: 2.000 đồng/trang; từ trang thứ ba trở lên thu 1.000 đồng/trang, mức thu tối đa không quá 200.000 đồng/bản. Bản chính bị tẩy xóa không được dùng làm cơ sở chứng thực.',
    faithful: [
      'Chủ tịch, Phó Chủ tịch UBND cấp xã ký chứng thực và đóng dấu.',
      'Phí 2.000 đồng/trang; từ trang thứ ba trở lên 1.000 đồng/trang, tối đa không quá 200.000 đồng/bản.',
      'Bản chính bị tẩy xóa không được dùng làm cơ sở chứng thực.',
      'Mức thu tối đa không quá 200.000 đồng/bản.',
    ],
    wrong: [
      'Phí 2.000 đồng/bản.',
      'Công chức tư pháp ký chứng thực và đóng dấu.',
      'Từ trang thứ ba trở lên thu 2.000 đồng/trang.',
      'Mức thu tối thiểu 200.000 đồng/bản.',
      'Bản chính bị tẩy xóa được dùng làm cơ sở chứng thực.',
      'Chứng thực bản sao được miễn phí.',
      'Chủ tịch Ủy ban nhân dân cấp tỉnh ký chứng thực.',
      'Bản sao bị tẩy xóa không được dùng làm cơ sở chứng thực.',
    ],
  },
];

export const HELD_OUT: readonly Told[] = [
  {
    title: 'Cấp giấy xác nhận hộ kinh doanh làng nghề',
    question: 'Xác nhận làng nghề cần gì, mấy ngày, ai ký?',
    source:
      'Chủ hộ lập 02 bộ hồ sơ gồm đơn đề nghị và bản cam kết bảo vệ môi trường, gửi trực tiếp hoặc qua bưu chính. Trong 07 ngày làm việc, công chức kinh tế kiểm tra thực địa và trình Phó Chủ tịch Ủy ban nhân dân cấp xã ký giấy xác nhận. Giấy xác nhận hết giá trị khi hộ ngừng sản xuất quá 12 tháng.',
    faithful: [
      'Hồ sơ gồm đơn đề nghị và bản cam kết bảo vệ môi trường, lập 02 bộ.',
      'Gửi hồ sơ trực tiếp hoặc qua bưu chính.',
      'Phó Chủ tịch UBND cấp xã ký giấy xác nhận.',
      'Công chức kinh tế kiểm tra thực địa trong 7 ngày làm việc.',
      'Nếu hộ ngừng sản xuất quá 12 tháng thì giấy xác nhận hết giá trị.',
    ],
    wrong: [
      'Chủ tịch UBND cấp xã ký giấy xác nhận.',
      'Gửi hồ sơ trực tiếp và qua bưu chính.',
      'Hồ sơ lập 01 bộ.',
      'Công chức kinh tế ký giấy xác nhận.',
      'Giấy xác nhận còn giá trị khi hộ ngừng sản xuất quá 12 tháng.',
      'Giấy xác nhận hết giá trị khi hộ ngừng sản xuất quá 2 tháng.',
      'Công chức kinh tế không kiểm tra thực địa.',
      'Không cần bản cam kết bảo vệ môi trường.',
      'Trong 12 tháng, công chức kinh tế kiểm tra thực địa.',
    ],
  },
  {
    title: 'Thông tư về học bạ điện tử',
    question: 'Sửa học bạ thì sao?',
    source:
      'Hiệu trưởng quyết định việc sửa học bạ khi có đơn của cha mẹ hoặc người giám hộ kèm giấy tờ chứng minh. Không sửa học bạ sau khi học sinh đã tốt nghiệp, trừ trường hợp có bản án của Tòa án. Học bạ được lưu 20 năm tại trường.',
    faithful: [
      'Hiệu trưởng quyết định việc sửa học bạ.',
      'Phải có đơn của cha mẹ hoặc người giám hộ kèm giấy tờ chứng minh.',
      'Không sửa học bạ sau khi học sinh đã tốt nghiệp, trừ trường hợp có bản án của Tòa án.',
      'Học bạ lưu tại trường 20 năm.',
    ],
    wrong: [
      'Tòa án quyết định việc sửa học bạ.',
      'Phải có đơn của cha mẹ và người giám hộ.',
      'Được sửa học bạ sau khi học sinh đã tốt nghiệp.',
      'Không sửa học bạ trước khi học sinh tốt nghiệp.',
      'Học bạ được lưu 12 năm tại trường.',
      'Học bạ được lưu vĩnh viễn tại trường.',
      'Không sửa học bạ trong mọi trường hợp.',
      'Hiệu trưởng có thể tùy ý sửa học bạ.',
      'Giáo viên quyết định việc sửa học bạ.',
    ],
  },
  {
    title: 'Giải quyết hưởng trợ cấp một lần',
    question: 'Trợ cấp một lần được bao nhiêu và khi nào nhận?',
    source:
      'Người có từ đủ 10 năm công tác được trợ cấp 3.000.000 đồng; từ năm thứ 11 trở đi mỗi năm thêm 300.000 đồng. Bảo hiểm xã hội chi trả trong tháng 12. Người đang hưởng lương hưu không thuộc đối tượng của quy định này.',
    faithful: [
      'Người có từ đủ 10 năm công tác được trợ cấp 3.000.000 đồng.',
      'Từ năm thứ 11 trở đi, mỗi năm thêm 300.000 đồng.',
      'Bảo hiểm xã hội chi trả trong tháng 12.',
      'Người đang hưởng lương hưu không thuộc đối tượng.',
    ],
    wrong: [
      'Người có từ đủ 10 năm công tác được trợ cấp 300.000 đồng.',
      'Mỗi năm công tác được 3.000.000 đồng.',
      'Ủy ban nhân dân cấp xã chi trả trong tháng 12.',
      'Người đang hưởng lương hưu được trợ cấp 3.000.000 đồng.',
      'Bảo hiểm xã hội chi trả trong tháng 2.',
      'Người đang hưởng lương hưu thuộc đối tượng của quy định này.',
      'Trợ cấp là 3.300.000 đồng.',
    ],
  },
];
