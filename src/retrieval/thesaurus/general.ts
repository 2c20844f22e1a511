/** Acts and states as people say them, whatever the field. */
export const GENERAL = `
# Acts on a paper or a registration
làm lại, xin lại, cấp lại, làm lại giấy, xin cấp lại, lấy lại giấy → cấp lại
mất, bị mất, làm mất, đánh mất, thất lạc, rơi mất, bị rơi → bị mất, cấp lại
cháy, bị cháy, cháy mất, lũ cuốn, lụt cuốn, trôi mất, mối mọt, mục nát → bị mất, bị hư hỏng, cấp lại, đăng ký lại
rách, bị rách, nát, hư, bị hư, nhàu, mờ chữ, hỏng, bị hỏng → bị hư hỏng, cấp lại, cấp đổi
đổi giấy, thay giấy, thay thẻ, đổi thẻ, đổi sang mẫu mới, đổi mẫu mới → cấp đổi
gia hạn, xin thêm thời gian, kéo dài, kéo dài thêm, xin kéo dài, thêm thời hạn → gia hạn
hết hạn, sắp hết hạn, gần hết hạn, sắp hết hiệu lực, quá hạn, sắp mãn → gia hạn, hết hạn
ký tiếp, ký lại, thuê tiếp, thuê tiếp tục → ký lại hợp đồng, gia hạn
sửa, sửa lại, sửa sai, chỉnh lại, chỉnh sửa, sửa đổi, điều chỉnh lại → điều chỉnh, thay đổi, sửa đổi, hiệu đính
sai, bị sai, ghi sai, in sai, sai chữ, nhầm, ghi nhầm, sai sót → cải chính, đính chính, điều chỉnh, hiệu đính
bổ sung, thêm vào, cập nhật, thêm thông tin → bổ sung, cập nhật
xin, muốn xin, làm giấy, xin giấy → cấp, đề nghị
mới, lần đầu, làm mới, xin mới → cấp mới, lần đầu
gỡ tên, gạch tên, cắt tên, bỏ tên, xóa tên → xóa đăng ký
gạch, gạch bỏ, bỏ đi → xóa đăng ký
trả lại giấy phép, nộp trả, trả giấy phép, nộp lại giấy → trả lại giấy phép, thu hồi
bỏ, thôi, không làm nữa, thôi không làm nữa → chấm dứt, dừng thực hiện
rút hồ sơ, xin rút, rút đơn, thôi không nộp → dừng thực hiện thủ tục, rút hồ sơ
đóng cửa, dẹp, dẹp tiệm, nghỉ hẳn, nghỉ bán hẳn, giải tán → chấm dứt hoạt động, giải thể
tạm nghỉ, nghỉ một thời gian, nghỉ bán một thời gian, ngưng một thời gian, tạm ngừng, nghỉ bán → tạm ngừng kinh doanh
mở lại, làm lại sau khi nghỉ, bán lại → tiếp tục kinh doanh trước thời hạn
lập, mở, thành lập → thành lập, đăng ký thành lập
hủy, hủy bỏ, bãi bỏ, thôi hiệu lực → hủy bỏ, chấm dứt
sang tên, sang nhượng, đổi chủ, đổi tên chủ, chuyển tên → chuyển quyền, thay đổi chủ sở hữu, sang tên
đổi tên → thay đổi tên
giao cho con, chuyển cho con, để lại cho con → chuyển quyền, tặng cho, thừa kế
gộp, nhập lại, nhập chung → hợp nhất, sáp nhập, hợp thửa
tách ra, chia ra, chia tách → tách, chia
duyệt, xét duyệt, ký duyệt, phê chuẩn → phê duyệt, thẩm định
xem xét, xét, rà soát lại → thẩm định, rà soát
chấp nhận, đồng ý cho, cho phép → chấp thuận, cho phép
công nhận, thừa nhận → công nhận
bị từ chối, không cho, không chịu nhận → từ chối
đòi, đòi lại, xin lấy lại, lấy lại tiền → hoàn trả, hoàn
làm thay, nộp thay, đi thay, nhờ người khác, nhờ người, làm giùm, làm hộ, đi giùm → ủy quyền, người được ủy quyền
trên mạng, qua mạng, online, onl, làm trên mạng, nộp trên mạng → trực tuyến, cổng dịch vụ công
toàn trình, hoàn toàn trên mạng → trực tuyến toàn trình
tới tận nhà, đến tận nhà, tận nơi, tận nhà, tại nhà, về thôn, tại thôn → lưu động, ngoài trụ sở
sao, photo, phô tô, bản photo, sao lại, bản phô tô → bản sao
sao y, sao y bản chính, sao chứng thực, công chứng bản sao, công chứng photo → chứng thực bản sao từ bản chính
bản gốc → bản chính
viết đơn, làm đơn, đơn xin, lá đơn → đơn đề nghị
tờ giấy, giấy tờ, giấy má → giấy tờ
giấy xác nhận, giấy chứng, xác nhận giùm → xác nhận
ủng hộ, đỡ đần, đỡ một phần tiền, giúp tiền, cho tiền → hỗ trợ kinh phí, hỗ trợ
tiền công, trả công, tiền bồi dưỡng, thù lao → thù lao
tiền thuốc, viện phí, tiền viện phí, tiền nằm viện, thuốc men → chi phí khám bệnh chữa bệnh
trả tiền, lấy tiền, lĩnh tiền, lãnh tiền, nhận tiền → chi trả, thanh toán
đóng tiền, nộp tiền → nộp tiền
đóng từng năm, trả từng năm, đóng hằng năm → trả tiền thuê đất hằng năm
đóng một cục, trả một lần, đóng gộp một lần, trả gộp, một cục, lãnh một cục, nhận gộp một lần → một lần, trả tiền một lần
thiếu nợ, xin nợ, nợ lại, trả chậm, ghi nợ → ghi nợ, nợ
đóng dư, nộp dư, nộp thừa, đóng thừa, lỡ nộp dư → nộp thừa
cấn, cấn trừ, trừ vào, trừ qua → bù trừ, khấu trừ
miễn giảm, xin giảm, được miễn, xin miễn → miễn giảm, miễn
kiện, thưa, thưa kiện → khởi kiện, khiếu nại
tố, báo tội → tố cáo
khiếu nại, phản ánh không đúng, làm sai → khiếu nại quyết định hành chính hành vi hành chính
dàn xếp, phân xử, giảng hòa, làm lành → hòa giải
tranh nhau, giành nhau, cãi nhau, tranh giành, ranh đất, lấn ranh, lấn đất → tranh chấp
bầu, bầu xong, bầu chọn, bầu người → bầu, công nhận
xin nghỉ, xin thôi, xin rút khỏi → thôi làm
đứng đầu → tổ trưởng, người đứng đầu
dán thông báo, dán lên bảng, niêm yết → niêm yết công khai
đi kiểm tra, xuống kiểm tra, xuống xem, kiểm tra tại chỗ, thực địa → kiểm tra thực địa, kiểm tra hiện trường
tra cứu, xem thông tin, xin thông tin, xin số liệu → khai thác thông tin, cung cấp thông tin
quên mật khẩu, bị khóa, khóa tài khoản → cấp lại mật khẩu, khóa tài khoản
giấy giới thiệu → giấy giới thiệu
đóng dấu, mộc, con dấu, dấu mộc → đóng dấu, con dấu
giáp lai, dấu giáp lai → đóng dấu giáp lai
lăn tay, in dấu tay, in ngón tay → điểm chỉ
không biết chữ, mù chữ, không biết đọc → không đọc được, không biết chữ
liệt, nằm một chỗ, không đi lại được, già yếu không đi được → già yếu không thể đi lại được, khuyết tật, lưu động
trong nhà, cả nhà → hộ gia đình
bà con, dân, người dân, nhân dân, cô bác → cá nhân, người dân, hộ gia đình
đơn vị mình, cơ quan mình → cơ quan, tổ chức
công ty, doanh nghiệp, hãng → doanh nghiệp, tổ chức kinh tế

# Short forms that names of procedures print
bảo hiểm y tế → bhyt
bảo hiểm xã hội → bhxh
bảo hiểm thất nghiệp → bhtn
trách nhiệm hữu hạn → tnhh
giá trị gia tăng → gtgt
thu nhập cá nhân → tncn
thu nhập doanh nghiệp → tndn
ngân sách nhà nước → nsnn
ngân hàng nhà nước → nhnn
kho bạc nhà nước → kbnn
`;
