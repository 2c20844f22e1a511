/**
 * Sentences told of real procedure records, truly and falsely, in our own words; the records are read from ../shared. Written
 * to get past the checks: most false ones use nothing but words and figures of the record. `FIRST` and `SECOND` were
 * mended on, `THIRD` was written afterwards and nothing was mended on it (docs/llm.md).
 */
interface Told {
  readonly question: string;
  readonly faithful: readonly string[];
  readonly wrong: readonly string[];
}

export interface ToldOfRecord extends Told {
  readonly code: string;
}

/** An article of one of the laws of ../shared/data/alqac/laws. */
export interface ToldOfArticle extends Told {
  readonly law: string;
  readonly dieu: string;
}

export const FIRST: readonly ToldOfRecord[] = [
  {
    code: '2.002080',
    question: 'Thanh toán thù lao hòa giải viên mất mấy ngày, ai quyết định?',
    faithful: [
      'Trong thời hạn 5 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, UBND cấp xã xem xét, quyết định và trả thù lao cho hòa giải viên thông qua tổ hòa giải.',
      'Trường hợp không thanh toán thì phải trả lời bằng văn bản và nêu rõ lý do.',
      'Tổ trưởng tổ hòa giải lập hồ sơ đề nghị thanh toán thù lao cho hòa giải viên.',
      'Giấy đề nghị phải có chữ ký của hòa giải viên và chữ ký xác nhận của tổ trưởng tổ hòa giải.',
    ],
    wrong: [
      'Trong thời hạn 5 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, UBND cấp xã trả thù lao cho hòa giải viên.',
      'Hòa giải viên lập hồ sơ đề nghị thanh toán thù lao cho tổ trưởng tổ hòa giải.',
      'UBND cấp xã trả thù lao trực tiếp cho hòa giải viên.',
      'Tổ hòa giải xem xét, quyết định và trả thù lao cho hòa giải viên.',
      'Trường hợp quyết định không thanh toán thì không phải trả lời bằng văn bản.',
      'Trường hợp thanh toán cho hòa giải viên thì phải trả lời bằng văn bản và nêu rõ lý do.',
      'Giấy đề nghị phải có chữ ký xác nhận của Chủ tịch UBND cấp xã.',
      'Xuất trình Sổ theo dõi hoạt động hòa giải ở cơ sở trong mọi trường hợp.',
      'Trong thời hạn 05 ngày làm việc trước ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã quyết định.',
      'Danh sách các vụ, việc không cần có khi đề nghị thanh toán thù lao cho nhiều vụ, việc.',
    ],
  },
  {
    code: '1.003658',
    question: 'Công bố lại hoạt động bến thủy nội địa thì nộp ở đâu, bao nhiêu tiền?',
    faithful: [
      'Chủ bến thủy nội địa nộp hồ sơ đề nghị công bố hoạt động đến Ủy ban nhân dân cấp xã trước khi đưa công trình bến vào khai thác.',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, UBND cấp xã ban hành quyết định công bố hoạt động bến thủy nội địa.',
      'Phí thẩm tra, thẩm định là 100.000 đồng/lần.',
      'Nhận hồ sơ trực tiếp mà hồ sơ không đầy đủ thì trả lại ngay và hướng dẫn hoàn thiện lại hồ sơ.',
    ],
    wrong: [
      'Chủ bến thủy nội địa nộp hồ sơ sau khi đưa công trình bến vào khai thác.',
      'Sở Giao thông vận tải ban hành quyết định công bố hoạt động bến thủy nội địa trong thời hạn 05 ngày làm việc.',
      'Phí thẩm tra, thẩm định là 1.000.000 đồng/lần.',
      'Phí thẩm tra, thẩm định là 100.000 đồng mỗi năm.',
      'Trong thời hạn 02 ngày làm việc kể từ ngày nhận đủ hồ sơ, UBND cấp xã ban hành quyết định công bố.',
      'Nhận hồ sơ trực tiếp mà hồ sơ không đầy đủ thì trả lại trong thời hạn 02 ngày làm việc.',
      'Nhận hồ sơ qua hệ thống bưu chính mà hồ sơ không đầy đủ thì trả lại ngay.',
      'Đơn đề nghị công bố lại nộp bản sao.',
      'Văn bản chứng minh việc thay đổi chủ bến phải nộp bản chính.',
      'Nộp cả bản sao có chứng thực và bản sao kèm theo bản chính để đối chiếu.',
      'Bản sao quyết định phê duyệt báo cáo kinh tế - kỹ thuật cần cho bến thủy nội địa không có dự án đầu tư xây dựng.',
    ],
  },
  {
    code: '1.012751',
    question: 'Giải quyết tranh chấp đất đai thuộc thẩm quyền Bộ trưởng thì ai thông báo, mấy ngày?',
    faithful: [
      'Trong thời hạn 5 ngày làm việc kể từ ngày thụ lý đơn, Bộ trưởng Bộ Nông nghiệp và Môi trường thông báo bằng văn bản cho các bên tranh chấp.',
      'Trường hợp không thụ lý thì phải thông báo bằng văn bản và nêu rõ lý do.',
      'Bộ trưởng ban hành quyết định giải quyết tranh chấp trong 03 ngày kể từ ngày nhận hồ sơ do đơn vị có chức năng tham mưu giải quyết trình.',
    ],
    wrong: [
      'Ủy ban nhân dân cấp xã nơi có đất tranh chấp thông báo bằng văn bản cho Bộ trưởng Bộ Nông nghiệp và Môi trường.',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đơn, Bộ trưởng thông báo cho các bên tranh chấp.',
      'Bộ trưởng ban hành quyết định giải quyết tranh chấp trong 03 ngày làm việc kể từ ngày nhận hồ sơ.',
      'Trường hợp thụ lý thì phải thông báo bằng văn bản và nêu rõ lý do.',
      'Đơn vị có chức năng tham mưu ban hành quyết định giải quyết tranh chấp.',
      'Bộ trưởng quyết định thành lập đoàn công tác trong mọi trường hợp.',
      'Ban hành quyết định giải quyết tranh chấp và quyết định công nhận hòa giải thành.',
      'Thời hạn giải quyết là 80 ngày.',
      'Đơn yêu cầu giải quyết tranh chấp đất đai là bản sao có chứng thực.',
    ],
  },
  {
    code: '3.000116',
    question: 'Hoàn trả khoản thu ngân sách bằng tiền mặt cần giấy tờ gì, bao lâu?',
    faithful: [
      'Trường hợp ủy quyền thì mang theo giấy ủy quyền nhận tiền hoàn trả của người được hoàn trả.',
      'Nhận trực tiếp: 1 giờ; trực tuyến: 1 ngày.',
      'KBNN nhận lệnh hoàn trả từ cơ quan nhà nước có thẩm quyền quyết định hoàn trả chuyển đến.',
    ],
    wrong: [
      'Nhận trực tiếp: 1 ngày; trực tuyến: 1 giờ.',
      'Cá nhân mang theo chứng minh nhân dân và hộ chiếu.',
      'Mọi trường hợp đều phải có giấy ủy quyền nhận tiền hoàn trả.',
      'KBNN là cơ quan có thẩm quyền quyết định hoàn trả.',
      'Người được hoàn trả nhận lệnh hoàn trả và chuyển đến KBNN.',
      'Cá nhân không phải mang theo giấy tờ tùy thân khi nhận tiền hoàn trả.',
      'KBNN kiểm tra tính hợp pháp của giấy ủy quyền đối với mọi trường hợp.',
      'Phí là 1% số tiền hoàn trả.',
    ],
  },
  {
    code: '3.000224',
    question: 'Hỗ trợ phát triển sản xuất cộng đồng: ai phê duyệt, mấy ngày?',
    faithful: [
      'Cơ quan quản lý dự án thông báo, niêm yết công khai kế hoạch trong thời gian tối thiểu 10 ngày.',
      'Tổ thẩm định tổ chức thẩm định trong thời hạn 08 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Đơn đề nghị theo Mẫu số 01, biên bản họp cộng đồng theo Mẫu số 02.',
    ],
    wrong: [
      'Cơ quan quản lý dự án niêm yết công khai kế hoạch trong thời gian tối đa 10 ngày.',
      'Tổ thẩm định tổ chức thẩm định trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Tổ thẩm định ban hành báo cáo thẩm định sau 03 ngày họp thẩm định.',
      'Đơn đề nghị theo Mẫu số 02, biên bản họp cộng đồng theo Mẫu số 01.',
      'Chủ tịch Ủy ban nhân dân cấp xã phê duyệt dự án mà không cần ủy quyền.',
      'Ủy ban nhân dân cấp xã thành lập Tổ thẩm định trong thời hạn 05 ngày làm việc.',
      'Nội dung thẩm định theo điểm c khoản 3 Điều 22 Nghị định số 38/2023/NĐ-CP.',
      'Ủy ban nhân dân cấp xã gửi văn bản cho Ủy ban nhân dân cấp huyện và nêu rõ lý do.',
      'Tổ trưởng Tổ thẩm định là lãnh đạo Ủy ban nhân dân cấp xã.',
      'Theo Điều 5 Quyết định số 24/2024/QĐ-UBND ngày 01/8/2025, cộng đồng dân cư xây dựng hồ sơ.',
    ],
  },
  {
    code: '1.008008',
    question: 'Đăng ký giao dịch thuế điện tử dùng mẫu nào, có phải đến cơ quan thuế không?',
    faithful: [
      'Đăng ký giao dịch với cơ quan thuế bằng phương thức điện tử: tờ khai theo mẫu số 01/ĐK-TĐT.',
      'Đăng ký thay đổi, bổ sung thông tin giao dịch: tờ khai theo mẫu số 02/ĐK-TĐT.',
    ],
    wrong: [
      'Đăng ký giao dịch với cơ quan thuế bằng phương thức điện tử: tờ khai theo mẫu số 02/ĐK-TĐT.',
      'Đăng ký thay đổi, bổ sung thông tin: tờ khai theo mẫu số 03/TB-TĐT.',
      'Mẫu tờ khai ban hành kèm theo Thông tư số 19/2021/TT-BTC ngày 18/3/2022.',
      'Mọi người nộp thuế phải đến cơ quan thuế xuất trình hộ chiếu.',
      'Người nộp thuế là cá nhân đã được cấp chứng thư số phải đến cơ quan thuế để kích hoạt tài khoản.',
      'Xuất trình chứng minh thư nhân dân và hộ chiếu và thẻ căn cước công dân.',
      'Thời hạn giải quyết là 15 ngày làm việc.',
    ],
  },
  {
    code: '3.000163',
    question: 'Nộp đơn khởi kiện trực tuyến thì nộp án phí ở đâu?',
    faithful: [
      'Nếu đơn đủ điều kiện thụ lý thì Tòa án ra thông báo nộp tiền tạm ứng án phí.',
      'Cá nhân, tổ chức đến Cơ quan Thi hành án nộp tiền tạm ứng án phí, lệ phí tòa án.',
      'Biên lai thu tiền tạm ứng nộp đến cơ quan Tòa án.',
    ],
    wrong: [
      'Cá nhân, tổ chức đến Tòa án nộp tiền tạm ứng án phí.',
      'Cơ quan Thi hành án ra thông báo nộp tiền tạm ứng án phí.',
      'Biên lai thu tiền tạm ứng nộp đến Cơ quan Thi hành án.',
      'Cá nhân nộp biên lai trước khi nộp tiền tạm ứng án phí.',
      'Trường hợp nộp trực tiếp, hệ thống thanh toán tự động chuyển biên lai đến Tòa án.',
      'Tòa án thụ lý vụ án trước khi cá nhân nộp biên lai thu tiền tạm ứng.',
      'Tài liệu, chứng cứ kèm theo bắt buộc phải nộp bản chính.',
    ],
  },
];

export const SECOND: readonly ToldOfRecord[] = [
  {
    code: '1.003446',
    question: 'Phê duyệt phương án ứng phó thiên tai cho công trình mất mấy ngày?',
    faithful: [
      'Thời hạn thẩm định là 20 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Trong 3 ngày làm việc kể từ ngày nhận hồ sơ, cơ quan tiếp nhận xem xét, kiểm tra hồ sơ.',
      'Hồ sơ không hợp lệ thì cơ quan tiếp nhận thông báo bằng văn bản để hoàn chỉnh hồ sơ.',
      'Tổ chức, cá nhân gửi hồ sơ đến UBND cấp xã.',
    ],
    wrong: [
      'Thời hạn thẩm định là 20 ngày kể từ ngày nhận đủ hồ sơ hợp lệ.',
      'Trong 20 ngày làm việc kể từ ngày nhận hồ sơ, cơ quan tiếp nhận xem xét, kiểm tra hồ sơ.',
      'Ủy ban nhân dân cấp xã gửi hồ sơ đến tổ chức, cá nhân.',
      'Hồ sơ hợp lệ thì cơ quan tiếp nhận thông báo bằng văn bản để hoàn chỉnh hồ sơ.',
      'Tổ chức, cá nhân thẩm định hồ sơ trong thời hạn 20 ngày làm việc.',
      'Trường hợp không đủ điều kiện, cơ quan tiếp nhận trình cấp có thẩm quyền xem xét phê duyệt.',
      'Trường hợp đủ điều kiện phê duyệt, cơ quan tiếp nhận trả lại hồ sơ.',
      'Các tài liệu liên quan khác kèm theo là bắt buộc.',
      'Báo cáo kết quả tính toán kỹ thuật nộp bản sao.',
    ],
  },
  {
    code: '1.010091',
    question: 'Hỗ trợ tai nạn cho lực lượng xung kích: ai quyết định, bao lâu chi trả?',
    faithful: [
      'UBND cấp xã chi trả trong thời hạn 03 ngày làm việc kể từ ngày có quyết định hỗ trợ.',
      'Chủ tịch UBND cấp xã quyết định hỗ trợ kinh phí khám bệnh, chữa bệnh, trợ cấp tai nạn.',
      'Nộp trực tiếp thì được trả lời ngay tính đầy đủ của hồ sơ.',
      'Biên bản điều tra của cơ quan công an nộp trong trường hợp bị tai nạn giao thông.',
      'Bị tai nạn do cố ý tự hủy hoại sức khỏe của bản thân thì không được hưởng chế độ.',
    ],
    wrong: [
      'UBND cấp xã chi trả trong thời hạn 07 ngày làm việc kể từ ngày có quyết định hỗ trợ.',
      'UBND cấp xã chi trả trong thời hạn 03 ngày làm việc trước ngày có quyết định hỗ trợ.',
      'Cơ quan chuyên môn về nông nghiệp và môi trường quyết định hỗ trợ kinh phí khám bệnh, chữa bệnh.',
      'Chủ tịch Ủy ban nhân dân cấp xã trình cơ quan chuyên môn về nông nghiệp và môi trường quyết định hỗ trợ.',
      'Nộp qua dịch vụ bưu chính thì được trả lời ngay tính đầy đủ của hồ sơ.',
      'Nộp trực tiếp thì được trả lời trong 01 ngày làm việc.',
      'Biên bản điều tra của cơ quan công an nộp trong mọi trường hợp.',
      'Bị tai nạn do cố ý tự hủy hoại sức khỏe của bản thân thì được hưởng chế độ.',
      'Việc chi trả bằng hình thức chuyển khoản và qua đường bưu chính.',
      'Đơn đề nghị trợ cấp tai nạn theo mẫu tại Phụ lục VI Nghị định số 66/2021/NĐ-CP.',
      'Đơn đề nghị thanh toán chi phí khám bệnh theo mẫu tại Phụ lục II Nghị định số 53/2026/NĐ-CP.',
      'Nộp trích sao hồ sơ bệnh án và bản sao giấy chứng nhận thương tích.',
      'Người đại diện hợp pháp không được gửi hồ sơ.',
    ],
  },
  {
    code: '1.012694',
    question: 'Chuyển mục đích sử dụng rừng của cá nhân: ai ký, mẫu nào, mấy ngày?',
    faithful: [
      'Chủ tịch UBND cấp xã ban hành quyết định trong thời hạn 03 ngày làm việc kể từ ngày nhận được hồ sơ trình.',
      'Cơ quan chuyên môn lập tờ trình theo Mẫu số 24 trong 5 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.',
      'Không quyết định chuyển mục đích thì Chủ tịch UBND cấp xã thông báo bằng văn bản và nêu rõ lý do.',
      'Bản đồ hiện trạng rừng tỷ lệ 1/5.000 đối với dự án có diện tích chuyển mục đích dưới 500 ha.',
    ],
    wrong: [
      'Chủ tịch UBND cấp xã ban hành quyết định trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ trình.',
      'Cơ quan chuyên môn về nông nghiệp và môi trường ban hành quyết định chuyển mục đích sử dụng rừng.',
      'Cơ quan chuyên môn lập tờ trình theo Mẫu số 26.',
      'Chủ tịch UBND cấp xã ban hành quyết định theo Mẫu số 24.',
      'Bản đồ hiện trạng rừng tỷ lệ 1/10.000 đối với dự án có diện tích dưới 500 ha.',
      'Bản đồ hiện trạng rừng tỷ lệ 1/5.000 đối với dự án có diện tích từ 500 ha trở lên.',
      'Báo cáo thuyết minh được lập trong thời gian 12 tháng sau ngày nộp hồ sơ.',
      'Quyết định chủ trương chuyển mục đích sử dụng rừng nộp bản chính.',
      'Trường hợp quyết định chuyển mục đích, Chủ tịch UBND cấp xã thông báo bằng văn bản và nêu rõ lý do.',
      'Hội đồng nhân dân cấp tỉnh ban hành quyết định chuyển mục đích sử dụng rừng.',
      'Hồ sơ nộp trực tiếp được trả lời tính hợp lệ trong 01 ngày làm việc.',
      'Đề nghị quyết định chuyển mục đích theo Mẫu số 22 Nghị định số 66/2026/NĐ-CP.',
    ],
  },
  {
    code: '1.011013',
    question: 'Từ chối nhận lại tiền thuế nộp thừa dùng mẫu nào?',
    faithful: [
      'Người nộp thuế gửi Văn bản từ chối nhận lại số tiền nộp thừa theo mẫu số 01/ĐNKHT đến cơ quan thuế.',
      'Hồ sơ không đầy đủ thì cơ quan thuế không tiếp nhận và hướng dẫn người nộp thuế hoàn thiện hồ sơ.',
    ],
    wrong: [
      'Cơ quan thuế gửi Văn bản từ chối nhận lại số tiền nộp thừa đến người nộp thuế.',
      'Người nộp thuế gửi Văn bản từ chối theo mẫu số 01/QĐ-KHTNT.',
      'Quyết định không hoàn trả khoản nộp thừa theo mẫu số 02/TB-KHTNT.',
      'Hồ sơ không đầy đủ thì cơ quan thuế tiếp nhận và hướng dẫn người nộp thuế hoàn thiện hồ sơ.',
      'Người nộp thuế ban hành Quyết định không hoàn trả khoản nộp thừa.',
      'Cơ quan thuế ban hành cả Quyết định không hoàn trả và Thông báo về việc khoản nộp thừa không đủ điều kiện.',
      'Mẫu số 01/ĐNKHT ban hành kèm theo Nghị định số 126/2020/NĐ-CP.',
      'Thông tư số 80/2021/TT-BTC ngày 19/10/2020.',
    ],
  },
  {
    code: '1.009076',
    question: 'Đưa hàng nội địa vào cửa hàng miễn thuế: ai xác nhận, bao lâu?',
    faithful: [
      'Doanh nghiệp thông báo danh sách hàng hóa theo Mẫu số 10/DSHH cho Chi cục Hải quan quản lý cửa hàng miễn thuế.',
      'Trường hợp phức tạp, Cục trưởng Cục Hải quan ban hành quyết định gia hạn thời hạn kiểm tra nhưng không quá 05 ngày làm việc.',
    ],
    wrong: [
      'Chi cục Hải quan thông báo danh sách hàng hóa cho doanh nghiệp.',
      'Doanh nghiệp xác nhận thực tế hàng hóa đưa vào cửa hàng miễn thuế.',
      'Chi cục Hải quan xác nhận thực tế hàng hóa trước khi nhận được phản hồi của hệ thống.',
      'Mọi trường hợp đều được gia hạn thời hạn kiểm tra nhưng không quá 05 ngày làm việc.',
      'Thời hạn kiểm tra được gia hạn ít nhất 05 ngày làm việc.',
      'Chi cục Hải quan ban hành quyết định gia hạn thời hạn kiểm tra.',
      'Chi cục Hải quan kiểm tra trong vòng 02 ngày làm việc kể từ khi hệ thống phản hồi.',
    ],
  },
];

export const THIRD: readonly ToldOfRecord[] = [
  {
    code: '1.001193',
    question: 'Đăng ký khai sinh cho cháu thì ai đi, nộp gì, trong mấy ngày?',
    faithful: [
      'Trong thời hạn 60 ngày kể từ ngày sinh con, cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con.',
      'Không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh.',
      'Nếu không có người làm chứng thì phải có giấy cam đoan về việc sinh.',
      'Trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập.',
      'Ông, bà đi đăng ký khai sinh cho trẻ thì không phải có văn bản ủy quyền của cha, mẹ trẻ em.',
      'Tiếp nhận hồ sơ sau 15 giờ thì có Phiếu hẹn, trả kết quả trong ngày làm việc tiếp theo.',
    ],
    wrong: [
      'Trong thời hạn 60 ngày làm việc kể từ ngày sinh con, cha hoặc mẹ có trách nhiệm đăng ký khai sinh.',
      'Trong thời hạn 60 ngày trước ngày sinh con, cha hoặc mẹ đăng ký khai sinh cho con.',
      'Cha và mẹ có trách nhiệm đăng ký khai sinh cho con.',
      'Trong thời hạn 03 ngày làm việc kể từ ngày sinh con, cha hoặc mẹ đăng ký khai sinh cho con.',
      'Có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh.',
      'Nếu có người làm chứng thì phải có giấy cam đoan về việc sinh.',
      'Ông, bà đi đăng ký khai sinh cho trẻ thì phải có văn bản ủy quyền của cha, mẹ trẻ em.',
      'Mọi văn bản ủy quyền đều không phải chứng thực.',
      'Tiếp nhận hồ sơ trước 15 giờ thì trả kết quả trong ngày làm việc tiếp theo.',
      'Trưởng công an cấp xã ký Giấy khai sinh.',
      'Công chức tư pháp - hộ tịch thông báo từ chối giải quyết yêu cầu đăng ký khai sinh.',
      'Trẻ chưa xác định được cha thì họ, dân tộc của con được xác định theo họ, dân tộc của cha.',
      'Trẻ chưa xác định được cha thì phần ghi về mẹ của trẻ để trống.',
      'Cha, mẹ không thể đăng ký khai sinh cho con thì Trưởng công an cấp xã có trách nhiệm đăng ký khai sinh.',
      'Người tiếp nhận được yêu cầu nộp bản sao giấy tờ đó.',
      'Lãnh đạo Trung tâm Phục vụ hành chính công ghi vào Sổ đăng ký khai sinh.',
    ],
  },
  {
    code: '1.000894',
    question: 'Đăng ký kết hôn cần gì, ai ký giấy?',
    faithful: [
      'Hai bên nam, nữ có thể khai chung vào một Tờ khai đăng ký kết hôn.',
      'Công chức tư pháp - hộ tịch in Giấy chứng nhận kết hôn, trình Lãnh đạo Ủy ban nhân dân cấp xã ký.',
      'Hai bên nam, nữ phải có mặt, xuất trình giấy tờ tùy thân để đối chiếu.',
      'Gửi hồ sơ qua bưu chính thì phải gửi kèm bản sao có chứng thực các giấy tờ phải xuất trình.',
    ],
    wrong: [
      'Hai bên nam, nữ phải khai chung vào một Tờ khai đăng ký kết hôn.',
      'Công chức tư pháp - hộ tịch ký Giấy chứng nhận kết hôn.',
      'Lãnh đạo Ủy ban nhân dân cấp xã in Giấy chứng nhận kết hôn.',
      'Trung tâm Phục vụ hành chính công thẩm tra hồ sơ đăng ký kết hôn.',
      'Một bên nam hoặc nữ có mặt là đủ.',
      'Gửi hồ sơ qua bưu chính thì phải gửi kèm bản chính các giấy tờ phải xuất trình.',
      'Người tiếp nhận phải yêu cầu người đăng ký nộp thêm giấy tờ.',
      'Trong thời hạn 01 ngày làm việc, Ủy ban nhân dân cấp xã gửi kết quả về tình trạng hôn nhân.',
      'Phí cấp bản sao Trích lục kết hôn theo Thông tư số 281/2016/TT-BTC ngày 14/10/2016.',
      'Cấp bản sao Trích lục kết hôn được miễn phí.',
    ],
  },
];
