/** Cư trú, căn cước, định danh điện tử, xuất nhập cảnh, đăng ký xe, phòng cháy, an ninh trật tự. */
export const RESIDENCE_AND_VEHICLES = `
# Residence
hộ khẩu, nhập hộ khẩu, nhập khẩu, làm hộ khẩu, sổ hộ khẩu, chuyển hộ khẩu, nhập tên → đăng ký thường trú
cắt hộ khẩu, cắt khẩu, xóa hộ khẩu → xóa đăng ký thường trú
tách hộ, tách khẩu, tách hộ khẩu → tách hộ
ở trọ, thuê trọ, phòng trọ, khu trọ, khu nhà trọ, ở nhờ, thuê nhà ở → đăng ký tạm trú
hết hạn tạm trú, kéo dài tạm trú → gia hạn tạm trú
gỡ tên tạm trú, trả phòng trọ, hết ở trọ, bỏ tạm trú, gỡ tạm trú → xóa đăng ký tạm trú
khách ngủ lại, ngủ qua đêm, người ở lại đêm, khách ở lại → thông báo lưu trú
đi xa, đi vắng, vắng nhà → khai báo tạm vắng
giấy xác nhận cư trú, ct07, xác nhận nơi ở, xác nhận hộ khẩu, giấy xác nhận đang ở → xác nhận thông tin về cư trú
đổi chủ hộ, sửa thông tin cư trú → điều chỉnh thông tin về cư trú
sống trên ghe, ở ghe, ở thuyền, ở tàu → nơi thường xuyên đậu đỗ, phương tiện làm nơi ở
# Identity
căn cước, thẻ căn cước, làm căn cước, làm cccd, căn cước gắn chíp → cấp thẻ căn cước
mất căn cước, làm lại căn cước, mất cccd, rớt căn cước → cấp lại thẻ căn cước
đổi căn cước, thay thẻ căn cước, hết hạn căn cước, căn cước hết hạn → cấp đổi thẻ căn cước
cải chính tên, đổi tên xong → thay đổi cải chính thông tin, cấp đổi
giấy tờ 9 số, số 9 số, chứng minh 9 số, chứng minh nhân dân cũ, cmnd cũ, số chứng minh cũ, thẻ 9 số → chứng minh nhân dân 9 số, xác nhận số chứng minh nhân dân
một người, là một người → xác nhận số định danh cá nhân số chứng minh nhân dân
cho bé, cho con nít, trẻ con, trẻ nhỏ, cháu nhỏ, em bé, con nhỏ → trẻ em, người dưới 14 tuổi
bé 1 tuổi, bé 2 tuổi, bé 3 tuổi, bé 4 tuổi, bé 5 tuổi → người dưới 06 tuổi, người dưới 14 tuổi
bé 6 tuổi, bé 7 tuổi, bé 8 tuổi, bé 9 tuổi, bé 10 tuổi, bé 11 tuổi, bé 12 tuổi, bé 13 tuổi, cho be 7t, cho be 8t → người dưới 14 tuổi, từ đủ 06 tuổi đến dưới 14 tuổi
giọng nói, lấy giọng nói, thu giọng nói → thu nhận thông tin sinh trắc học giọng nói
mống mắt, vân tay, sinh trắc → thông tin sinh trắc học
định danh điện tử, định danh mức 2, tài khoản định danh, vneid → cấp tài khoản định danh điện tử
dữ liệu dân cư, thông tin dân cư, dữ liệu quốc gia dân cư, csdl dân cư → cơ sở dữ liệu quốc gia về dân cư
dữ liệu bị sai, thông tin dân cư sai, sửa thông tin dân cư → điều chỉnh thông tin trong cơ sở dữ liệu quốc gia về dân cư
xin thông tin người thân, xin cung cấp thông tin → khai thác thông tin trong cơ sở dữ liệu quốc gia về dân cư
chưa rõ quốc tịch, không quốc tịch, không rõ quốc tịch → người gốc việt nam chưa xác định được quốc tịch, giấy chứng nhận căn cước
# Passports
hộ chiếu, passport, pát pót → hộ chiếu phổ thông
mất hộ chiếu, mất passport, báo mất hộ chiếu, trình báo mất → trình báo mất hộ chiếu
giấy thông hành, giấy qua biên giới, qua lào chơi, sang lào → giấy thông hành
thẻ tạm trú, ở lại việt nam → thẻ tạm trú cho người nước ngoài
khai báo khách nước ngoài, khách tây ở lại → khai báo tạm trú cho người nước ngoài
# Vehicles
cà vẹt, cavet, cà vẹt xe, giấy xe, giấy tờ xe, giấy đăng ký xe, đăng ký xe → chứng nhận đăng ký xe
biển số, bảng số, biển số xe → biển số xe
mất cà vẹt, mất giấy xe, mất giấy đăng ký xe, mất biển số → cấp lại chứng nhận đăng ký xe biển số xe
đổi biển, biển vàng, biển trắng, hết chạy dịch vụ, sơn xe, đổi màu xe, sơn lại, màu khác → đổi chứng nhận đăng ký xe biển số xe
mua xe cũ, mua lại xe, bán xe, xe không chính chủ → đăng ký sang tên xe, thay đổi chủ xe
xe mới, xe mới mua, bấm biển → đăng ký xe lần đầu
bỏ xe, xe nát, xe hết đát, hết niên hạn, xe bán phế liệu → thu hồi chứng nhận đăng ký xe biển số xe
xe tự lái, xe thông minh → phương tiện giao thông thông minh
bằng lái, bằng lái xe → giấy phép lái xe
ghe, xuồng, thuyền, đò → phương tiện thủy nội địa
bến đò, bến khách, bến thuyền → bến thủy nội địa, bến khách ngang sông
xe máy cày, máy kéo, xe ủi, xe lu → xe máy chuyên dùng
# Fire, order, militia
chữa cháy, dập lửa, đi dập lửa, đi chữa cháy, cháy chợ, bị bỏng → tham gia chữa cháy, người được huy động chữa cháy cứu nạn cứu hộ
đội xung kích, xung kích, trực bão, chống lụt, đi chống bão → lực lượng xung kích phòng chống thiên tai
đổ bệnh, bị ốm, ốm đau, phải nằm viện, bị đau → ốm đau, khám bệnh chữa bệnh
bị thương, bị tai nạn, gặp nạn → tai nạn, trợ cấp tai nạn
tổ bảo vệ an ninh, tổ an ninh, giữ gìn an ninh, tổ giữ gìn an ninh, dân phòng, bảo vệ dân phố → lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở, tổ viên tổ bảo vệ an ninh trật tự
tuần tra, đi tuần → tuần tra, thực hiện nhiệm vụ
cai nghiện, đi cai → cai nghiện ma túy
pháo hoa, đốt pháo → pháo
súng, vũ khí, giao nộp súng → vũ khí, công cụ hỗ trợ
giữ xe, tạm giữ xe, bị giữ xe → tạm giữ phương tiện
lý lịch tư pháp, giấy tư pháp → phiếu lý lịch tư pháp
trực tiếp tố giác, báo công an → tố giác tin báo tội phạm
# More residence, identity, borders
không có giấy tờ nhà, chưa đủ điều kiện nhập hộ khẩu, không có hộ khẩu tạm trú → khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú đăng ký tạm trú
nhập hộ khẩu vào nhà thuê, nhập khẩu nhà trọ, nhập khẩu nhờ → xác nhận điều kiện diện tích bình quân nhà ở để đăng ký thường trú vào chỗ ở do thuê mượn ở nhờ
thêm thông tin trên căn cước, đưa bằng lái vào căn cước, tích hợp → tích hợp cập nhật điều chỉnh thông tin trên thẻ căn cước
đủ 14 tuổi, làm căn cước lần đầu, tới tuổi làm căn cước → cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên
đủ 25 tuổi, đủ 40 tuổi, đủ 60 tuổi → cấp đổi thẻ căn cước
đưa adn vào căn cước, bổ sung adn → thu nhận thông tin sinh trắc học adn vào cơ sở dữ liệu căn cước
định danh cho công ty, tài khoản định danh công ty, định danh tổ chức → cấp tài khoản định danh điện tử cho cơ quan tổ chức
thẻ apec, thẻ abtc, thẻ doanh nhân → thẻ abtc
mất giấy thông hành → trình báo mất giấy thông hành
sang trung quốc, qua cửa khẩu, đi chợ biên giới → giấy thông hành xuất nhập cảnh vùng biên giới
xác nhận đã xuất cảnh, lịch sử xuất cảnh, ngày ra vào nước → xác nhận cung cấp thông tin liên quan đến xuất nhập cảnh
khách nước ngoài thuê nhà, người nước ngoài ở homestay, tây ở nhà mình → khai báo tạm trú cho người nước ngoài
tự đi cai, xin cai nghiện, con nghiện → đăng ký cai nghiện ma túy tự nguyện
gươm, giáo mác, đao kiếm, kiếm cổ, đồ gia bảo → khai báo vũ khí thô sơ
mở lại quán sau cháy, cho hoạt động lại, bị đình chỉ phòng cháy → phục hồi hoạt động của cơ sở
chữa cháy bị chết, chết khi chữa cháy → người tham gia phòng cháy chữa cháy bị chết, tiền tuất mai táng
xung kích chết, xung kích bị thương → trợ cấp tiền tuất tai nạn cho lực lượng xung kích phòng chống thiên tai
xe nhập khẩu → đăng ký xe lần đầu đối với xe nhập khẩu
xe lắp ráp trong nước → xe sản xuất lắp ráp trong nước
biển tạm, xe chưa có biển, chạy tạm → đăng ký xe tạm thời
sân tập lái → sân tập lái để sát hạch lái xe mô tô
# Boats
đăng ký ghe, đăng ký thuyền, đăng ký tàu, giấy ghe, giấy thuyền, giấy tàu → đăng ký phương tiện thủy nội địa, giấy chứng nhận đăng ký phương tiện
mua lại ghe, bán ghe, sang tên ghe, sang tên thuyền → đăng ký lại phương tiện, chuyển quyền sở hữu phương tiện
ghe hư, bỏ ghe, ghe bị chìm, bán ghe nát → xóa đăng ký phương tiện
mô tô nước, ca nô, đạp vịt, thuyền thúng du lịch, thuyền kayak → phương tiện hoạt động vui chơi giải trí dưới nước
mở bến đò, mở bến → công bố hoạt động bến thủy nội địa, bến khách ngang sông
đóng bến, nghỉ bến → công bố đóng cảng bến thủy nội địa
đổi tên ghe, đổi máy ghe, thay máy tàu → phương tiện thay đổi tên tính năng kỹ thuật
tàu đâm nhau, chìm tàu, tai nạn trên sông → trình báo đường thủy nội địa, kháng nghị hàng hải
tuyên thệ, kiện ở tòa, gửi đơn kiện qua mạng, nộp đơn kiện → gửi nhận đơn khởi kiện, tống đạt văn bản tố tụng
xin bản án, sao bản án → cấp sao bản án
`;
