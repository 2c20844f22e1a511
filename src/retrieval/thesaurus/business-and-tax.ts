/** Hộ kinh doanh, hợp tác xã, thuế, hải quan, ngân sách. */
export const BUSINESS_AND_TAX = `
# Household business and cooperatives
tiệm, quán, cửa hàng, tạp hóa, buôn bán nhỏ, bán hàng, mở quán, mở tiệm, tiệm tạp hóa, bán tạp hóa, ki ốt, sạp → hộ kinh doanh, đăng ký hộ kinh doanh
giấy phép kinh doanh, giấy đăng ký kinh doanh, đăng ký kinh doanh, giấy kinh doanh → giấy chứng nhận đăng ký hộ kinh doanh, đăng ký kinh doanh
trả lại giấy đăng ký kinh doanh, đóng cửa hộ kinh doanh, nghỉ bán luôn → chấm dứt hoạt động hộ kinh doanh
đổi ngành nghề, thêm ngành, đổi địa chỉ quán, dời quán → đăng ký thay đổi nội dung đăng ký hộ kinh doanh
thông tin trên hệ thống bị sai, dữ liệu bị thiếu, thông tin bị thiếu, số điện thoại email → hiệu đính cập nhật bổ sung thông tin đăng ký
in sai, giấy in sai → hiệu đính thông tin
nhóm hộ, tổ làm ăn, lập nhóm, làm chung, tổ hợp tác → tổ hợp tác, hợp đồng hợp tác
báo lập tổ, báo cho xã biết → thông báo thành lập tổ hợp tác
hợp tác xã, htx → hợp tác xã, liên hiệp hợp tác xã
chi nhánh, văn phòng đại diện, điểm bán → chi nhánh văn phòng đại diện địa điểm kinh doanh
đóng chi nhánh, đóng cửa văn phòng đại diện, đóng văn phòng → chấm dứt hoạt động chi nhánh văn phòng đại diện
giải thể, giải tán hợp tác xã → giải thể
đổi ý giải thể, hủy nghị quyết giải thể → hủy bỏ nghị quyết giải thể, dừng thực hiện thủ tục giải thể
trùng tên, đặt tên trùng, buộc đổi tên, trùng nhãn hiệu → đề nghị thay đổi tên, xâm phạm quyền sở hữu công nghiệp
quỹ hợp tác xã → quỹ hợp tác xã
thu hồi giấy, rút giấy phép kinh doanh → thu hồi giấy chứng nhận đăng ký
hết nợ, thanh toán nợ → thanh toán các khoản nợ
bán rượu, nấu rượu, rượu → kinh doanh rượu, sản xuất rượu thủ công
bán thuốc lá → bán lẻ sản phẩm thuốc lá
bán xăng, cây xăng → kinh doanh xăng dầu
bán gas → kinh doanh khí
karaoke, hát karaoke → dịch vụ karaoke
quán net, tiệm net, game → điểm cung cấp dịch vụ trò chơi điện tử công cộng
quán ăn, bán đồ ăn, vệ sinh thực phẩm → an toàn thực phẩm
# Tax
mã số thuế, xin mã số thuế → đăng ký thuế
trả mã số thuế, đóng mã số thuế, khóa mã số thuế → chấm dứt hiệu lực mã số thuế
khai thuế, kê thuế, tờ thuế, làm tờ khai thuế → khai thuế
thuế đất, thuế nhà đất → thuế sử dụng đất phi nông nghiệp
thuế ruộng → thuế sử dụng đất nông nghiệp
thuế môn bài, môn bài → lệ phí môn bài
thuế trước bạ, trước bạ → lệ phí trước bạ
thuế thu nhập, thuế lương → thuế thu nhập cá nhân
vat, thuế vat, tiền vat, lấy lại tiền vat → thuế giá trị gia tăng, hoàn thuế giá trị gia tăng
hoàn thuế, lấy lại thuế, được hoàn thuế → hoàn thuế, hoàn trả khoản thu ngân sách nhà nước
bị từ chối hoàn, không được hoàn → thông báo về việc không được hoàn thuế
viện trợ, cho không, tài trợ không hoàn lại, nhà tài trợ nước ngoài, viện trợ không hoàn lại → viện trợ không hoàn lại, chương trình dự án sử dụng vốn oda không hoàn lại
tiền thuê đất, trừ vào tiền thuê đất, trừ tiền đất, ứng tiền đền bù, ứng tiền giải phóng mặt bằng → khấu trừ kinh phí bồi thường hỗ trợ tái định cư vào tiền sử dụng đất tiền thuê đất
hãng bay, hãng hàng không, vé máy bay, bán vé máy bay → hãng hàng không nước ngoài
tái bảo hiểm, bảo hiểm lại, nhận tái bảo hiểm → tái bảo hiểm nước ngoài
nhà thầu ngoại, nhà thầu tây → nhà thầu nước ngoài
hóa đơn, xuất hóa đơn, hóa đơn đỏ, hóa đơn lẻ → hóa đơn điện tử
tra hóa đơn, tài khoản tra hóa đơn → đăng ký tài khoản truy cập cổng thông tin hóa đơn điện tử
khoán thuế, thuế khoán, hộ khoán → hộ kinh doanh nộp thuế theo phương pháp khoán
nợ thuế → tiền thuế nợ
xác nhận nộp thuế, xác nhận đóng thuế → xác nhận việc thực hiện nghĩa vụ thuế
người phụ thuộc, giảm trừ gia cảnh → đăng ký người phụ thuộc giảm trừ gia cảnh
# Customs and budget
hải quan, khai hải quan → thủ tục hải quan
hàng xuất đi, xuất hàng → hàng hóa xuất khẩu
hàng nhập về, nhập hàng → hàng hóa nhập khẩu
ngân sách, tiền nhà nước → ngân sách nhà nước
mở tài khoản kho bạc → đăng ký mở tài khoản tại kho bạc nhà nước
tài sản công, đồ của nhà nước, thanh lý đồ cũ, thanh lý xe công → tài sản công, thanh lý tài sản
# More registration
mất giấy đăng ký hộ kinh doanh, mất giấy kinh doanh → cấp lại giấy chứng nhận đăng ký hộ kinh doanh
đổi chủ hộ kinh doanh, đổi tên quán, đổi tên hộ kinh doanh, chuyển quán cho con → đăng ký thay đổi nội dung đăng ký hộ kinh doanh, thay đổi chủ hộ kinh doanh
đang nộp hồ sơ xin rút, không mở quán nữa → dừng thực hiện thủ tục đăng ký hộ kinh doanh
nâng lên doanh nghiệp, lên công ty → chuyển đổi thành doanh nghiệp
tổ hợp tác lên hợp tác xã, nâng lên hợp tác xã → đăng ký chuyển đổi tổ hợp tác thành hợp tác xã
đổi giám đốc hợp tác xã, đổi địa chỉ hợp tác xã, đổi người đại diện → đăng ký thay đổi nội dung đăng ký hợp tác xã, người đại diện theo pháp luật
tách hợp tác xã, nhập hợp tác xã → chia tách hợp nhất sáp nhập hợp tác xã
lập công ty con, hợp tác xã mở công ty → thành lập doanh nghiệp của hợp tác xã
giải tán tổ, tổ hợp tác giải tán → chấm dứt hoạt động của tổ hợp tác
hợp tác xã xin hỗ trợ, nhu cầu hỗ trợ → đăng ký nhu cầu hỗ trợ của tổ hợp tác hợp tác xã
# More tax
bán hàng online, bán hàng trên mạng, shopee, tiktok, bán trên sàn → nền tảng thương mại điện tử, kinh doanh trên nền tảng thương mại điện tử
cho thuê nhà đóng thuế, tiền cho thuê phòng trọ, thuế cho thuê nhà → cá nhân có bất động sản cho thuê
bán đất đóng thuế, thuế bán nhà, thuế mua bán đất → thuế thu nhập cá nhân đối với chuyển nhượng bất động sản
trúng số → thu nhập từ trúng thưởng
được cho đất đóng thuế, quà tặng → thu nhập từ thừa kế quà tặng
bán cổ phiếu, chơi chứng khoán → chuyển nhượng chứng khoán
xin trả góp thuế, trả dần tiền thuế, nợ thuế xin trả dần → nộp dần tiền thuế nợ
tiền phạt chậm nộp, bị tính lãi thuế → tiền chậm nộp, không tính tiền chậm nộp, miễn tiền chậm nộp
xin nộp trễ, xin lùi hạn nộp thuế → gia hạn nộp thuế
miễn thuế do bão lũ, lũ lụt xin giảm thuế, cháy nhà xin giảm thuế → miễn giảm thuế trong trường hợp thiên tai hỏa hoạn tai nạn bất ngờ
quyết toán thuế cuối năm, quyết toán thuế thu nhập → quyết toán thuế thu nhập cá nhân
hóa đơn viết sai, viết sai hóa đơn, hủy hóa đơn → xử lý hóa đơn điện tử đã lập sai
xuất hóa đơn một lần, mua hóa đơn lẻ → cấp hóa đơn điện tử có mã theo từng lần phát sinh
đăng ký hóa đơn → đăng ký sử dụng hóa đơn điện tử
biên lai, biên lai thu phí → biên lai điện tử
tem rượu, tem thuốc lá → tem điện tử
khí thải, phí khí thải → phí bảo vệ môi trường đối với khí thải
phí khai thác cát, phí khoáng sản → phí bảo vệ môi trường đối với khai thác khoáng sản
thuế cát đá, thuế khai thác → thuế tài nguyên
đóng mã số thuế cũ, sai thông tin mã số thuế, đổi cmnd sang cccd bên thuế → thay đổi thông tin đăng ký thuế
thầu dầu khí, dầu thô → hoạt động dầu khí
# Treasury
đóng tài khoản kho bạc → tất toán tài khoản
đối chiếu số dư → đối chiếu xác nhận số dư tài khoản
đăng ký chữ ký kho bạc, mẫu dấu → đăng ký mẫu dấu mẫu chữ ký
rút tiền chi lương, chi thường xuyên → thanh toán các khoản chi thường xuyên
thanh toán công trình, rút vốn đầu tư → thanh toán dự án sử dụng vốn đầu tư công
`;
