/**
 * More sentences told of real sources, one half of them of articles of laws; read from ../shared. `FOURTH` was written before
 * the wording was held against whole parts of a sentence (wording/follows.ts) and looked at while that was built; `FIFTH`
 * was written at the same time and not looked at until the end (docs/llm.md).
 */
import type { ToldOfArticle, ToldOfRecord } from './told-of-records.ts';

export const FOURTH: readonly (ToldOfRecord | ToldOfArticle)[] = [
  {
    code: '1.004873',
    question: 'Giấy xác nhận tình trạng hôn nhân: ai ký, ủy quyền có phải chứng thực không?',
    faithful: [
      'Công chức tư pháp - hộ tịch in Giấy xác nhận tình trạng hôn nhân, trình Lãnh đạo Ủy ban nhân dân cấp xã ký.',
      'Người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột của người ủy quyền thì văn bản ủy quyền không phải chứng thực.',
      'Gửi hồ sơ qua hệ thống bưu chính thì phải gửi kèm bản sao có chứng thực các giấy tờ phải xuất trình.',
      'Hồ sơ chưa đầy đủ thì cán bộ tiếp nhận thông báo cho người yêu cầu bổ sung, nêu rõ loại giấy tờ cần bổ sung.',
    ],
    wrong: [
      'Công chức tư pháp - hộ tịch ký Giấy xác nhận tình trạng hôn nhân.',
      'Người được ủy quyền là ông, bà, cha, mẹ thì văn bản ủy quyền phải chứng thực.',
      'Văn bản ủy quyền không phải chứng thực.',
      'Cán bộ tiếp nhận hồ sơ có văn bản từ chối giải quyết yêu cầu cấp Giấy xác nhận tình trạng hôn nhân.',
      'Người yêu cầu được lập văn bản cam đoan về tình trạng hôn nhân.',
      'Công chức tư pháp - hộ tịch phải lập Phiếu xin lỗi và hẹn lại ngày trả kết quả trong mọi trường hợp.',
      'Người yêu cầu chỉ được nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công.',
    ],
  },
  {
    code: '2.001212',
    question: 'Cấp lại đăng ký phương tiện vui chơi dưới nước bao lâu?',
    faithful: [
      'Trong thời hạn 03 ngày làm việc, kể từ ngày nhận được hồ sơ hợp lệ, cơ quan đăng ký phương tiện cấp lại Giấy chứng nhận đăng ký phương tiện cho chủ phương tiện.',
      'Cơ quan đăng ký phương tiện cấp lại giấy chứng nhận trong 3 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.',
      'Trường hợp không cấp phải có văn bản trả lời và nêu rõ lý do.',
      'Giấy chứng nhận bị hư hỏng thì cơ quan đăng ký thu lại và tiêu hủy.',
    ],
    wrong: [
      'Chủ phương tiện thu lại và tiêu hủy Giấy chứng nhận đăng ký bị hư hỏng.',
      'Trường hợp mất Giấy chứng nhận thì nộp lại Giấy chứng nhận đăng ký phương tiện đã được cấp trước đó.',
      'Cơ quan đăng ký phương tiện có thể thông báo trên các phương tiện thông tin đại chúng.',
      'Trường hợp cấp lại phải có văn bản trả lời và nêu rõ lý do.',
    ],
  },
  {
    law: 'luat-cu-tru',
    dieu: '28',
    question: 'Đăng ký tạm trú cần gì, mấy ngày?',
    faithful: [
      'Người đăng ký tạm trú nộp hồ sơ đến cơ quan đăng ký cư trú nơi mình dự kiến tạm trú.',
      'Trường hợp từ chối đăng ký thì phải trả lời bằng văn bản và nêu rõ lý do.',
      'Công dân phải làm thủ tục gia hạn tạm trú trong thời hạn 15 ngày trước ngày kết thúc thời hạn tạm trú đã đăng ký.',
    ],
    wrong: [
      'Trong thời hạn 15 ngày sau ngày kết thúc thời hạn tạm trú đã đăng ký, công dân phải làm thủ tục gia hạn tạm trú.',
      'Công dân có thể làm thủ tục gia hạn tạm trú trong thời hạn 15 ngày trước ngày kết thúc thời hạn tạm trú.',
      'Người đăng ký tạm trú nộp hồ sơ đến cơ quan đăng ký cư trú nơi mình đã tạm trú.',
      'Tờ khai phải ghi rõ ý kiến đồng ý của cha, mẹ hoặc người giám hộ.',
      'Cơ quan đăng ký cư trú có quyền từ chối đăng ký mà không nêu lý do.',
    ],
  },
  {
    law: 'luat-cu-tru',
    dieu: '22',
    question: 'Đăng ký thường trú mất bao lâu?',
    faithful: [
      'Người đăng ký thường trú nộp hồ sơ đăng ký thường trú đến cơ quan đăng ký cư trú nơi mình cư trú.',
      'Khi tiếp nhận hồ sơ, cơ quan đăng ký cư trú kiểm tra và cấp phiếu tiếp nhận hồ sơ cho người đăng ký.',
    ],
    wrong: [
      'Trong thời hạn 07 ngày làm việc kể từ ngày nhận được hồ sơ, người đăng ký cập nhật thông tin về nơi thường trú mới vào Cơ sở dữ liệu về cư trú.',
      'Người đã đăng ký thường trú mà chuyển đến chỗ ở hợp pháp khác thì có trách nhiệm đăng ký thường trú tại nơi ở mới trong thời hạn 12 tháng.',
    ],
  },
];

export const FIFTH: readonly (ToldOfRecord | ToldOfArticle)[] = [
  {
    code: '1.000419',
    question: 'Đăng ký khai tử lưu động làm thế nào?',
    faithful: [
      'Công chức tư pháp - hộ tịch in Trích lục khai tử, trình Chủ tịch Ủy ban nhân dân ký.',
      'Sau khi tiếp nhận hồ sơ, công chức tư pháp - hộ tịch báo cáo Chủ tịch Ủy ban nhân dân cấp xã.',
      'Người yêu cầu không biết chữ thì công chức tư pháp - hộ tịch trực tiếp ghi Tờ khai.',
      'Đã nộp bản điện tử Giấy báo tử thì không phải nộp bản giấy.',
    ],
    wrong: [
      'Chủ tịch Ủy ban nhân dân in Trích lục khai tử, trình công chức tư pháp - hộ tịch ký.',
      'Công chức tư pháp - hộ tịch trực tiếp ghi Tờ khai cho người yêu cầu.',
      'Người yêu cầu ghi vào Sổ đăng ký khai tử, cập nhật thông tin đăng ký khai tử.',
      'Người yêu cầu đọc lại nội dung Trích lục khai tử cho công chức tư pháp - hộ tịch nghe.',
      'Giấy báo tử không phải nộp bản giấy.',
      'Chủ tịch Ủy ban nhân dân phải đồng ý giải quyết.',
    ],
  },
  {
    code: '1.013952',
    question: 'Điều chỉnh quyết định giao đất: ai ban hành, nộp gì?',
    faithful: [
      'Chủ tịch Ủy ban nhân dân cấp xã xem xét ban hành Quyết định điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất hoặc Quyết định điều chỉnh thời hạn sử dụng đất của dự án đầu tư.',
      'Người đề nghị nộp hồ sơ đến Trung tâm Phục vụ hành chính công.',
      'Cơ quan thuế ban hành thông báo nộp tiền sử dụng đất, tiền thuê đất gửi cho người sử dụng đất.',
    ],
    wrong: [
      'Cơ quan chuyên môn về nông nghiệp và môi trường cấp xã ban hành Quyết định điều chỉnh thời hạn sử dụng đất của dự án đầu tư.',
      'Người nộp hồ sơ phải nộp bản chính giấy tờ.',
      'Khi nộp hồ sơ, người nộp hồ sơ không được lựa chọn nộp bản sao giấy tờ.',
      'Người sử dụng đất xác nhận hoàn thành việc nộp tiền sử dụng đất, tiền thuê đất và gửi thông báo kết quả cho cơ quan thuế.',
      'Mọi người sử dụng đất phải nộp tiền sử dụng đất tính theo giá đất cụ thể.',
    ],
  },
  {
    law: 'luat-cu-tru',
    dieu: '27',
    question: 'Khi nào phải đăng ký tạm trú?',
    faithful: [
      'Thời hạn tạm trú tối đa là 02 năm và có thể tiếp tục gia hạn nhiều lần.',
      'Công dân không được đăng ký tạm trú mới tại chỗ ở quy định tại Điều 23 của Luật này.',
      'Công dân đến sinh sống tại chỗ ở hợp pháp ngoài phạm vi đơn vị hành chính cấp xã nơi đã đăng ký thường trú từ 30 ngày trở lên thì phải đăng ký tạm trú.',
    ],
    wrong: [
      'Thời hạn tạm trú tối đa là 02 năm và phải gia hạn nhiều lần.',
      'Thời hạn tạm trú tối đa là 02 năm và không thể tiếp tục gia hạn.',
      'Công dân đến sinh sống tại chỗ ở hợp pháp trong phạm vi đơn vị hành chính cấp xã nơi đã đăng ký thường trú thì phải đăng ký tạm trú.',
      'Công dân đến sinh sống tại chỗ ở hợp pháp từ 30 ngày trở lên có thể đăng ký tạm trú.',
    ],
  },
  {
    law: 'luat-tiep-can-thong-tin',
    dieu: '12',
    question: 'Xin thông tin có phải trả tiền không?',
    faithful: [
      'Người yêu cầu cung cấp thông tin phải trả chi phí thực tế để in, sao, chụp, gửi thông tin.',
      'Công dân được cung cấp thông tin không phải trả phí, lệ phí, trừ trường hợp luật khác có quy định.',
    ],
    wrong: [
      'Công dân được cung cấp thông tin phải trả phí, lệ phí.',
      'Công dân được cung cấp thông tin không phải trả phí, lệ phí trong mọi trường hợp.',
      'Người yêu cầu cung cấp thông tin không phải trả chi phí thực tế để in, sao, chụp, gửi thông tin.',
    ],
  },
  {
    law: 'luat-tiep-can-thong-tin',
    dieu: '28',
    question: 'Khi nào được từ chối cung cấp thông tin?',
    faithful: [
      'Trường hợp từ chối cung cấp thông tin, cơ quan nhà nước phải thông báo bằng văn bản và nêu rõ lý do.',
      'Từ chối khi thông tin đã được cung cấp hai lần cho chính người yêu cầu, trừ trường hợp người yêu cầu có lý do chính đáng.',
    ],
    wrong: [
      'Cơ quan nhà nước từ chối cung cấp thông tin đã được cung cấp hai lần cho chính người yêu cầu.',
      'Trường hợp cung cấp thông tin, cơ quan nhà nước phải thông báo bằng văn bản và nêu rõ lý do.',
      'Người yêu cầu từ chối cung cấp thông tin vượt quá khả năng đáp ứng.',
    ],
  },
];
