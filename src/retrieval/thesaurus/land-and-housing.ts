/** Đất đai, nhà ở, xây dựng, thủy lợi, lâm nghiệp, biển, khoáng sản, tài nguyên nước. */
export const LAND_AND_HOUSING = `
# Land
sổ đỏ, sổ hồng, bìa đỏ, bìa hồng, sổ đất, giấy đỏ, giấy đất, giấy tờ đất, bìa đất, sổ nhà → giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất
làm sổ đỏ, làm bìa đỏ, ra sổ, ra sổ đỏ, làm sổ lần đầu, chưa có sổ → đăng ký đất đai, cấp giấy chứng nhận quyền sử dụng đất lần đầu
mất sổ đỏ, sổ đỏ bị mất, làm lại sổ đỏ → cấp lại giấy chứng nhận quyền sử dụng đất do bị mất
tách sổ, tách thửa, cắt đất, chia đất → tách thửa đất
nhập thửa, gộp thửa → hợp thửa đất
lên thổ cư, lên đất ở, chuyển thổ cư, đất vườn lên đất ở, chuyển đất lúa → chuyển mục đích sử dụng đất
xin cất nhà trên đất ruộng, đổi loại đất → chuyển mục đích sử dụng đất
đền bù, tiền đền bù, bồi thường đất, giải tỏa, bị giải tỏa, lấy đất, thu đất → bồi thường, hỗ trợ, tái định cư, thu hồi đất
lô tái định cư, đất tái định cư, nền tái định cư → giao đất tái định cư
xin giao đất, nhận đất → giao đất
thuê đất nhà nước, mướn đất → thuê đất
đổi sang trả một lần, đổi sang đóng gộp một lần, chuyển thuê đất hằng năm → chuyển hình thức giao đất cho thuê đất
mua gom đất, gom đất, mua đất của dân làm dự án, mua đất làm dự án → nhận chuyển nhượng quyền sử dụng đất để thực hiện dự án, tổ chức kinh tế nhận chuyển nhượng thuê quyền sử dụng đất
góp đất, góp vốn bằng đất → góp vốn bằng quyền sử dụng đất
cho thuê lại đất, thuê lại lô đất, thôi thuê, trả đất thuê lại → xóa đăng ký cho thuê, cho thuê lại quyền sử dụng đất
thế chấp sổ, cầm sổ, vay ngân hàng, thế chấp sổ đỏ → đăng ký thế chấp quyền sử dụng đất
xóa thế chấp, giải chấp, trả xong nợ ngân hàng → xóa đăng ký biện pháp bảo đảm
đo đất, đo lại đất, đo đạc → đo đạc, trích đo địa chính
trích lục bản đồ, bản đồ thửa → trích lục bản đồ địa chính
tiền sử dụng đất, tiền đất → tiền sử dụng đất
khung giá, giá đất → giá đất
lấn chiếm → lấn chiếm đất
hiến đất, cho đất làm đường → tặng cho quyền sử dụng đất
# Housing
nhà tập thể, khu tập thể, nhà tập thể cũ, khu tập thể cũ, nhà thuê của nhà nước, nhà nhà nước, nhà phân, giấy phân nhà, nhà cũ của nhà nước, nhà cũ nhà nước → nhà ở cũ thuộc tài sản công, nhà ở thuộc sở hữu nhà nước
mua nhà tập thể, hóa giá nhà, mua lại nhà nhà nước → bán nhà ở cũ thuộc tài sản công
hợp đồng sắp mãn, hết hợp đồng, ký lại hợp đồng, ký tiếp hợp đồng → ký lại hợp đồng thuê nhà ở
chưa từng ký hợp đồng, chưa ký hợp đồng thuê, chưa có hợp đồng → chưa có hợp đồng thuê nhà ở
sang nhượng nhà thuê, nhường lại nhà thuê → nhận chuyển quyền thuê nhà ở
nhà công vụ → nhà ở công vụ
nhà giá rẻ, nhà thu nhập thấp, nhà ở xã hội, mua nhà xã hội → nhà ở xã hội
chưa có nhà, không có nhà, nhà chật, chật quá, nhà chật quá, ở chật → điều kiện về nhà ở, diện tích nhà ở bình quân đầu người
chung cư → nhà chung cư
nhà dột nát, nhà tạm, xây sửa nhà, sửa nhà, giúp xây nhà → hỗ trợ nhà ở, hộ nghèo, xóa nhà tạm nhà dột nát
# Building
giấy phép xây nhà, xin phép xây nhà, cất nhà, xây nhà, phép xây dựng, làm nhà → cấp giấy phép xây dựng, nhà ở riêng lẻ
chưa khởi công, chưa xây, xây chưa kịp → gia hạn giấy phép xây dựng
sửa chữa nhà, nâng tầng, cơi nới, lên tầng → giấy phép xây dựng sửa chữa cải tạo
đổi bản vẽ, thay bản vẽ, đổi thiết kế → điều chỉnh giấy phép xây dựng
dời nhà, di chuyển nhà → giấy phép di dời công trình
đào đường, đào vỉa hè, cắt đường → cấp phép đào đường, thi công trên đường
vỉa hè, lề đường, lòng đường, đám cưới dựng rạp, để xe vỉa hè → sử dụng tạm thời lòng đường vỉa hè
chặt cây, đốn cây, cưa cây, chặt hạ cây xanh → chặt hạ dịch chuyển cây xanh đô thị
quy hoạch, xem quy hoạch, dính quy hoạch → cung cấp thông tin quy hoạch
số nhà, gắn số nhà → đánh số gắn biển số nhà
# Irrigation and dykes
hồ thủy lợi, kênh thủy lợi, bờ kênh, mương, hồ chứa, đập, trạm bơm → công trình thủy lợi, phạm vi bảo vệ công trình thủy lợi
chèo sup, cắm trại, du lịch trên hồ, chèo thuyền → hoạt động du lịch thể thao trong phạm vi bảo vệ công trình thủy lợi
xe tải chạy bờ kênh, xe chạy trên bờ kênh, đi xe trên đê → xe cơ giới đi lại trong phạm vi bảo vệ công trình thủy lợi
trồng cây trên bờ kênh, trồng cây ăn quả, trồng cây lâu năm → trồng cây lâu năm trong phạm vi bảo vệ công trình thủy lợi
xả nước thải vào kênh → xả nước thải vào công trình thủy lợi
quy trình vận hành, vận hành hồ → quy trình vận hành công trình thủy lợi
bảo vệ hồ, bảo vệ đập, phương án bảo vệ hồ → phương án bảo vệ công trình thủy lợi, bảo vệ đập hồ chứa nước
vỡ đập, ứng phó lũ → phương án ứng phó thiên tai, ứng phó tình huống khẩn cấp
đê, bãi sông → đê điều
# Water
khoan giếng, giếng khoan, bơm giếng, nước ngầm, khai thác nước ngầm, giếng → khai thác nước dưới đất, đăng ký khai thác nước dưới đất
bơm hút nước tháo khô mỏ, tháo khô mỏ, hút nước mỏ → bơm hút nước để tháo khô mỏ, đăng ký sử dụng nước
lấy nước suối, lấy nước sông, bơm nước sông → khai thác nước mặt
khối một ngày, khối một ngày đêm → m3/ngày đêm
nước thải, phí nước thải → phí bảo vệ môi trường đối với nước thải
nước thải sinh hoạt, nước sinh hoạt giếng khoan → nước thải sinh hoạt
nước thải nhà máy, nước thải công nghiệp → nước thải công nghiệp
# Forest
rừng, đất rừng, nhận rừng, giao rừng, được giao rừng → giao rừng, rừng
chặt cây dưới đường điện, hành lang đường điện, đường dây cao thế, đường dây điện → tận dụng gỗ, chặt tỉa cây rừng hành lang an toàn lưới điện
tận thu gỗ, tận dụng gỗ, gỗ ngã đổ, nhặt gỗ, gỗ rừng tự nhiên → khai thác tận dụng tận thu gỗ
bão quật đổ, bão gãy, rừng gãy đổ, cây gãy đổ, rừng keo đổ, rừng bị cháy → rừng trồng bị thiệt hại do thiên tai, thanh lý rừng trồng
trồng sâm, dược liệu, trồng cây thuốc, cây thuốc dưới tán → nuôi trồng phát triển dược liệu trong rừng
trồng keo, trồng rừng → trồng rừng
bán gỗ, vận chuyển gỗ, bảng kê gỗ → xác nhận bảng kê lâm sản
nuôi thú rừng, nuôi động vật rừng, nuôi cầy, nuôi nhím → mã số cơ sở nuôi trồng động vật rừng
# Sea and minerals
mặt nước biển, vùng biển, phần biển, mặt biển → khu vực biển, giao khu vực biển
công nhận phần biển đang dùng, công nhận vùng biển đang nuôi → công nhận khu vực biển
sửa quyết định giao mặt nước, chỉnh sửa quyết định giao mặt biển → sửa đổi bổ sung quyết định giao khu vực biển
trả lại mặt nước, trả biển → trả lại khu vực biển
cát, sỏi, hút cát, đào đất, lấy đất san lấp, đất san lấp → khai thác khoáng sản, vật liệu xây dựng thông thường
# More land acts
sổ cũ trước 2004, sổ trước năm 2004, tính lại đất ở, công nhận lại đất ở → xác định lại diện tích đất ở
sổ in sai, sai tên trên sổ đỏ, sai diện tích trên sổ → đính chính giấy chứng nhận
cấp sổ sai, sổ cấp không đúng, hủy sổ đỏ → thu hồi giấy chứng nhận đã cấp không đúng quy định
hiến đất làm đường, mở rộng đường, cho xã đất làm đường, hiến đất → tặng cho quyền sử dụng đất cho nhà nước hoặc cộng đồng dân cư hoặc mở rộng đường giao thông
giao đất cho cán bộ, giao đất cho giáo viên, đất cho bộ đội, đất cho bác sĩ → giao đất ở có thu tiền sử dụng đất không thông qua đấu giá
giao đất không đấu giá, không qua đấu giá → giao đất không đấu giá quyền sử dụng đất
đất vừa trồng vừa kinh doanh, đất nhiều mục đích, làm du lịch trên đất nông nghiệp, homestay trên đất vườn → sử dụng đất kết hợp đa mục đích
xã giải quyết tranh chấp, phán quyết tranh chấp, ra quyết định giải quyết tranh chấp → giải quyết tranh chấp đất đai thuộc thẩm quyền
lấn biển, lấp biển → hoạt động lấn biển
trả nợ tiền đất, trả hết nợ tiền đất, xóa nợ trên sổ → thanh toán xóa nợ tiền sử dụng đất
tính lại tiền đất → tính lại tiền sử dụng đất
dính thế chấp, đăng ký thế chấp → đăng ký biện pháp bảo đảm
ban quản trị, bầu ban quản trị → công nhận ban quản trị nhà chung cư
giảm tiền thuê nhà, bớt tiền nhà → miễn giảm tiền thuê nhà
mất giấy phép xây dựng, rách giấy phép xây dựng → cấp lại giấy phép xây dựng
xây nhà thờ, xây chùa, xây miếu, tượng đài → công trình tín ngưỡng tôn giáo, tượng đài tranh hoành tráng
trạm phát sóng, cột ăng ten, trạm bts → hạ tầng viễn thông thụ động
nghiệm thu, hoàn công, xây xong → kiểm tra công tác nghiệm thu hoàn thành công trình
duyệt bản vẽ, thẩm định bản vẽ → thẩm định thiết kế xây dựng
công viên, vườn hoa → công viên cây xanh, tài sản kết cấu hạ tầng công viên
cho thuê công viên, khai thác công viên → cho thuê quyền khai thác tài sản kết cấu hạ tầng công viên
mở đường vào nhà, nối đường, mở lối ra quốc lộ → chấp thuận đấu nối vào đường bộ đang khai thác
bảng quảng cáo, biển quảng cáo, pa nô → biển quảng cáo, biển thông tin cổ động
đào ống nước, kéo cáp qua đường → thi công công trình trên đường bộ đang khai thác
nổ mìn → nổ mìn trong phạm vi bảo vệ công trình thủy lợi
bãi tập kết cát, bãi vật liệu, tập kết vật liệu → bến bãi tập kết nguyên liệu nhiên liệu vật tư
kiểm tra đập, kiểm định đập → kiểm định an toàn đập hồ chứa
kênh nội đồng, mương nội đồng, tưới nhỏ giọt, tưới tiết kiệm → thủy lợi nhỏ, thủy lợi nội đồng, tưới tiên tiến tiết kiệm nước
lấy rừng làm việc khác, phá rừng làm nhà, đổi đất rừng → chuyển mục đích sử dụng rừng sang mục đích khác
trồng rừng gỗ lớn, vay tiền trồng rừng → hỗ trợ tín dụng đầu tư trồng rừng gỗ lớn
chứng chỉ rừng, rừng bền vững → phương án quản lý rừng bền vững
thiết kế trồng rừng, dự toán trồng rừng → thiết kế dự toán công trình lâm sinh
đào ao dư đất, thu hồi cát khi nạo vét → đăng ký thu hồi khoáng sản
nước khoáng, mỏ đá, mỏ cát → khai thác khoáng sản, tiền cấp quyền khai thác khoáng sản
xin giao mặt biển, thuê mặt biển nuôi, xin vùng biển nuôi → giao khu vực biển
`;
