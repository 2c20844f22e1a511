/** Hộ tịch, chứng thực, nuôi con nuôi, quốc tịch. */
export const CIVIL_STATUS = `
# Birth
làm giấy khai sinh, giấy sinh, khai sinh cho con, khai sinh cho bé, làm khai sinh → đăng ký khai sinh
khai sinh trễ, khai sinh muộn, chưa có khai sinh, lớn mới làm khai sinh → đăng ký khai sinh, quá hạn
mất khai sinh, làm lại khai sinh, khai sinh bị mất → đăng ký lại khai sinh, cấp bản sao trích lục hộ tịch
giấy chứng sinh, giấy sinh của bệnh viện → giấy chứng sinh
con ngoài giá thú, không có cha, con riêng, mẹ đơn thân → con ngoài giá thú, đăng ký khai sinh
trẻ bị bỏ rơi, nhặt được bé, bé bị bỏ → trẻ bị bỏ rơi
mang thai hộ, đẻ thuê → trẻ sinh ra do mang thai hộ
khai sinh kèm nhận con, vừa khai sinh vừa nhận cha → đăng ký khai sinh kết hợp nhận cha mẹ con
nhập khẩu cho bé, khai sinh và thẻ bảo hiểm, ba trong một, làm luôn bảo hiểm cho bé → liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi
có khai sinh ở nước ngoài, khai sinh bên đó, sinh ở nước ngoài, sinh bên → ghi vào sổ hộ tịch việc khai sinh đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài
ghi lại vào sổ hộ tịch, ghi vào sổ, ghi chú → ghi vào sổ hộ tịch
# Marriage
cưới, cưới nhau, lấy vợ, lấy chồng, lấy nhau, cưới vợ, thành vợ chồng, giấy cưới, hôn thú, giấy hôn thú, giấy kết hôn → đăng ký kết hôn, giấy chứng nhận kết hôn
mất giấy kết hôn, làm lại giấy kết hôn → đăng ký lại kết hôn, cấp bản sao trích lục kết hôn
độc thân, còn độc thân, chưa vợ, chưa chồng, chưa có vợ, chưa có chồng, giấy độc thân, xác nhận độc thân, giấy chứng minh còn độc thân → xác nhận tình trạng hôn nhân
ly dị, ly hôn, bỏ nhau, thôi nhau → ly hôn, hủy việc kết hôn
kết hôn bên đó, cưới ở nước ngoài → ghi vào sổ hộ tịch việc kết hôn
# Death
chết, mất rồi, qua đời, từ trần, đã khuất, mất đi → khai tử, chết
giấy chứng tử, giấy báo tử, báo tử, khai tử → đăng ký khai tử, trích lục khai tử
chôn, hỏa táng, đám ma, mai táng, tiền mai táng, mai táng phí → mai táng phí, hỗ trợ chi phí mai táng
khai tử và mai táng, xóa thường trú người chết → liên thông đăng ký khai tử, xóa đăng ký thường trú, trợ cấp mai táng
mất ở nước ngoài, chết ở nước ngoài → ghi vào sổ hộ tịch việc hộ tịch khác, khai tử
# Parents and children
nhận cha, nhận con, nhận mẹ, nhận lại con, con rơi → đăng ký nhận cha mẹ con
xét nghiệm adn, adn, thử adn → giám định gen, adn, văn bản xác nhận quan hệ cha con mẹ con
nhận con nuôi, xin con nuôi, nuôi con nuôi, giấy con nuôi, giấy nhận con nuôi → đăng ký nuôi con nuôi
làm lại giấy con nuôi, mất giấy con nuôi → đăng ký lại việc nuôi con nuôi
người giám hộ, làm giám hộ, đứng ra giám hộ, trông nom cháu → đăng ký giám hộ
thôi giám hộ, hết giám hộ → đăng ký chấm dứt giám hộ
# Changing civil status
đổi họ, đổi tên, thay tên, đổi tên lót, đổi chữ lót, thêm chữ lót → thay đổi hộ tịch, thay đổi họ chữ đệm tên
sai năm sinh, sai ngày sinh, sửa ngày sinh, sửa năm sinh, sai tên, sai họ, sai chữ lót, sửa tên → cải chính hộ tịch
đổi dân tộc, dân tộc của mẹ, theo dân tộc → xác định lại dân tộc
trích lục, xin trích lục, bản sao khai sinh → cấp bản sao trích lục hộ tịch
xác nhận khai sinh, xác nhận đã đăng ký, xác nhận hộ tịch, xác nhận bằng văn bản → xác nhận thông tin hộ tịch
sổ hộ tịch, sổ gốc → sổ hộ tịch
hai tên, hai quốc tịch → quốc tịch
# Certification
công chứng, đóng dấu đỏ, chứng giấy, ct giấy → chứng thực
công chứng chữ ký, chứng chữ ký, xác nhận chữ ký → chứng thực chữ ký
giấy ủy quyền, làm giấy ủy quyền → chứng thực chữ ký giấy ủy quyền, hợp đồng ủy quyền
sơ yếu lý lịch, xác nhận lý lịch, lý lịch xin việc → chứng thực chữ ký, tờ khai lý lịch cá nhân
người dịch, bản dịch, dịch giấy tờ, dịch thuật → chứng thực chữ ký người dịch
di chúc, tờ di chúc, giấy để lại tài sản, tờ để lại nhà, tờ để lại đất, trăng trối → chứng thực di chúc
chia gia tài, chia thừa kế, chia của cha mẹ, phân chia tài sản thừa kế → chứng thực văn bản thỏa thuận phân chia di sản
không nhận thừa kế, từ chối nhận nhà, từ chối nhận đất, nhường phần thừa kế, từ chối thừa kế → chứng thực văn bản từ chối nhận di sản
nhận thừa kế một mình, thừa kế, hưởng thừa kế → khai nhận di sản, thừa kế
mua bán nhà, mua bán đất, hợp đồng mua bán, giấy mua bán, giấy tay, mua bán xe, bán xe → chứng thực giao dịch, hợp đồng
tặng cho đất, cho đất con, cho con đất → tặng cho quyền sử dụng đất
sửa hợp đồng, bổ sung hợp đồng, hủy hợp đồng, bỏ hợp đồng, thống nhất hủy → sửa đổi bổ sung chấm dứt giao dịch, hủy bỏ giao dịch
sao hợp đồng đã chứng thực, bản lưu hợp đồng, hợp đồng lưu, sao lại từ hồ sơ lưu, hồ sơ phường lưu → cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực
bản sao từ sổ gốc → cấp bản sao từ sổ gốc
# Nobody inherits
không ai nhận thừa kế, không có người thừa kế, neo đơn mất, không ai nhận, sung công, sung quỹ → xác lập quyền sở hữu toàn dân tài sản không có người thừa kế
cụ già neo đơn, neo đơn → không có người thừa kế, người cao tuổi cô đơn
# State compensation
bồi thường oan, nhà nước làm sai phải đền → bồi thường nhà nước
# Registers, guardians, death abroad and at home
khai tử cho người, báo người chết, có người chết, người mất → đăng ký khai tử
khai tử tại nhà, làm khai tử tận nơi → đăng ký khai tử lưu động
khai sinh tại nhà, đẻ tại nhà, sinh tại nhà, đẻ rơi → đăng ký khai sinh, đăng ký khai sinh lưu động
mất giấy khai tử, làm lại giấy khai tử, khai tử lại → đăng ký lại khai tử
có giấy tờ mà chưa có khai sinh, có hồ sơ cá nhân nhưng không có khai sinh, đảng viên không có khai sinh → đăng ký khai sinh cho người đã có hồ sơ giấy tờ cá nhân
cha mẹ chết hết ai nuôi cháu, ông bà nuôi cháu, cô chú nuôi cháu → đăng ký giám hộ
theo dõi người giám hộ, giám sát người giám hộ → đăng ký giám sát việc giám hộ
thôi nuôi cháu, cháu đủ 18 tuổi → chấm dứt giám hộ
ly hôn ở nước ngoài, tòa nước ngoài cho ly hôn → ghi vào sổ hộ tịch việc ly hôn hủy việc kết hôn
nhận con nuôi ở nước ngoài → ghi vào sổ đăng ký nuôi con nuôi
người lào nhận con nuôi, người trung quốc nhận con nuôi → người nước ngoài cư trú ở khu vực biên giới nước láng giềng nhận trẻ em việt nam làm con nuôi
cha tây, mẹ tây, con lai, bố tây, ba tây → có yếu tố nước ngoài
giấy chồng vợ, đăng ký vợ chồng, ra xã ký giấy kết hôn → đăng ký kết hôn
chồng chết xin giấy độc thân, đã ly hôn xin giấy độc thân → xác nhận tình trạng hôn nhân
sai sót trong hợp đồng, lỗi đánh máy hợp đồng, sai số nhà trong hợp đồng, sửa lỗi hợp đồng → sửa lỗi sai sót trong giao dịch
hợp đồng vay tiền, hợp đồng cho mượn, hợp đồng thuê nhà, giấy cho thuê → chứng thực giao dịch
mua bán bò, mua bán máy, bán trâu bò → tài sản là động sản
bằng cấp, bằng tốt nghiệp, sao bằng → bản sao từ bản chính
giấy tờ tiếng anh, giấy tờ nước ngoài, bằng nước ngoài → giấy tờ văn bản do cơ quan tổ chức nước ngoài cấp
`;
