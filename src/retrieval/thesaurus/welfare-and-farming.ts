/** Bảo hiểm, người có công, bảo trợ, giảm nghèo, hòa giải ở cơ sở, nông nghiệp, chăn nuôi, thủy sản. */
export const WELFARE_AND_FARMING = `
# Social insurance
rút bảo hiểm, rút bảo hiểm xã hội, rút tiền bảo hiểm, lãnh bảo hiểm một lần, lấy bảo hiểm một lần, rút hết tiền bảo hiểm xã hội, rút 1 lần → hưởng bảo hiểm xã hội một lần
lương hưu, hưu trí, ông hưu, người về hưu, lãnh lương hưu, lĩnh lương hưu, đang lãnh lương hưu → lương hưu, đang hưởng lương hưu
làm hưu, làm chế độ hưu, xin về hưu → giải quyết hưởng chế độ hưu trí
đổi nơi lãnh lương, đổi nơi nhận lương hưu, chuyển nơi lãnh lương, dọn vào ở với con, lĩnh lương hưu trong đó, chuyển lương hưu → chuyển nơi hưởng lương hưu, thay đổi nơi nhận lương hưu
đi định cư, định cư nước ngoài, sang mỹ ở luôn, theo con qua mỹ, ra nước ngoài ở, xuất cảnh ở luôn, di định cư → ra nước ngoài để định cư, trợ cấp một lần
sinh con, nghỉ đẻ, nghỉ sinh, tiền thai sản, sinh em bé → chế độ thai sản
nghỉ ốm, ốm, nghỉ bệnh → chế độ ốm đau
dưỡng sức, nghỉ dưỡng sức, còn yếu, bồi dưỡng sức khỏe → trợ cấp dưỡng sức phục hồi sức khỏe
tai nạn khi làm, bị tai nạn trong lúc làm việc, tai nạn ở công ty → tai nạn lao động, chế độ tai nạn lao động
bị thêm lần nữa, tai nạn lần nữa, bị lại lần nữa, lần nữa → giám định lại, bị tai nạn lao động tiếp theo
tiền tuất, tử tuất, người đóng bảo hiểm chết → chế độ tử tuất
thẻ bảo hiểm, thẻ bảo hiểm y tế, làm thẻ bảo hiểm, mua bảo hiểm y tế, đóng bảo hiểm y tế → cấp thẻ bảo hiểm y tế, tham gia bảo hiểm y tế
mất thẻ bảo hiểm → cấp lại thẻ bảo hiểm y tế
hiến thận, hiến tạng, hiến mô, hiến xác → hiến bộ phận cơ thể người
thanh toán bảo hiểm, quyết toán tiền bảo hiểm, đẩy dữ liệu lên cổng giám định, quyết toán bảo hiểm y tế → thanh toán chi phí khám bệnh chữa bệnh bảo hiểm y tế, cơ sở khám bệnh chữa bệnh
lấy lại tiền khám, hoàn tiền viện phí → thanh toán trực tiếp chi phí khám chữa bệnh
sổ bảo hiểm, tờ bảo hiểm xã hội → sổ bảo hiểm xã hội
bảo hiểm tự nguyện, đóng tự nguyện → bảo hiểm xã hội tự nguyện
thất nghiệp, tiền thất nghiệp → trợ cấp thất nghiệp
học nghề → hỗ trợ học nghề
# People with merit
liệt sĩ, con liệt sĩ, nhà liệt sĩ → thân nhân liệt sĩ
bằng tổ quốc ghi công, bằng liệt sĩ → bằng tổ quốc ghi công
thờ cúng liệt sĩ, cúng liệt sĩ → trợ cấp thờ cúng liệt sĩ
mộ liệt sĩ, bốc mộ, dời mộ, hài cốt, đưa hài cốt về → di chuyển hài cốt liệt sĩ, thăm viếng mộ liệt sĩ
thương binh, bị thương chiến tranh → thương binh, người hưởng chính sách như thương binh
nhiễm chất độc, da cam, chất độc da cam → người hoạt động kháng chiến bị nhiễm chất độc hóa học
bà mẹ anh hùng, mẹ anh hùng → bà mẹ việt nam anh hùng
người có công → người có công với cách mạng
tù đày, bị tù → người bị địch bắt tù đày
đi bộ đội, xuất ngũ, bộ đội cũ, quân nhân → quân nhân xuất ngũ, phục viên
thanh niên xung phong → thanh niên xung phong
# Social protection and poverty
người già, cụ già, cụ bà, cụ ông, ông cụ, bà cụ, các cụ → người cao tuổi
tiền người già, trợ cấp người già, không có lương hưu → trợ cấp hưu trí xã hội
tàn tật, khuyết tật, bị tật → người khuyết tật, xác định mức độ khuyết tật
mồ côi, trẻ mồ côi → trẻ em không có nguồn nuôi dưỡng
nghèo, hộ nghèo, sổ hộ nghèo, cận nghèo → hộ nghèo hộ cận nghèo
xét hộ nghèo, thoát nghèo, bình xét → rà soát hộ nghèo hộ cận nghèo
mức sống trung bình, diện trung bình, hộ trung bình → hộ có mức sống trung bình
làm muối, đi biển, làm ruộng, hộ làm ruộng → hộ làm nông nghiệp lâm nghiệp ngư nghiệp diêm nghiệp
nuôi bò chung, nuôi chung, làm ăn chung, sản xuất chung, theo cộng đồng, hỗ trợ sản xuất cộng đồng → dự án hỗ trợ phát triển sản xuất cộng đồng
vay vốn, vay ưu đãi → vay vốn tín dụng
cứu đói, gạo cứu đói, đứt bữa → trợ giúp xã hội khẩn cấp
thiên tai, bão lũ, thiệt hại do bão, mất mùa do lũ → hỗ trợ khắc phục thiệt hại do thiên tai dịch bệnh
# Mediation at the grassroots
tổ hòa giải, hòa giải viên, người hòa giải → hòa giải viên ở cơ sở, tổ hòa giải
đứng đầu tổ hòa giải, tổ trưởng hòa giải → công nhận tổ trưởng tổ hòa giải
nghỉ hòa giải viên, thôi hòa giải viên, trong tổ hòa giải xin nghỉ → thôi làm hòa giải viên
tiền công hòa giải, tiền hòa giải, bồi dưỡng vụ hòa giải → thanh toán thù lao cho hòa giải viên
hòa giải viên bị thương, hòa giải viên bị nạn → hỗ trợ hòa giải viên gặp tai nạn hoặc rủi ro
tranh chấp đất, hai nhà tranh nhau đất → tranh chấp đất đai, hòa giải tranh chấp đất đai
# Livestock and farming
dẫn tinh, dẫn tinh viên, phối bò, phối giống, gieo tinh → phối giống nhân tạo gia súc
liều tinh, tinh heo, tinh bò, ni tơ, bình ni tơ, bình nito → hỗ trợ phối giống nhân tạo gia súc, bình chứa ni tơ lỏng
học nghề dẫn tinh, khóa kỹ thuật, học phí → đào tạo tập huấn, kinh phí đào tạo
heo, lợn, bò, trâu, gà, vịt, gia cầm, chăn nuôi, nuôi heo, nuôi bò → chăn nuôi, vật nuôi, gia súc gia cầm
nái, heo nái, đực giống → lợn nái, đực giống
dịch tả heo, dịch heo, heo chết, gà chết, tiêu hủy → dịch bệnh động vật, tiêu hủy
chó dại, tiêm chó → bệnh dại, tiêm phòng
nuôi chó mèo, nuôi chó → chó mèo nuôi
bảo hiểm cho ao nuôi, bảo hiểm ao tôm, bảo hiểm cây trồng, mua bảo hiểm cho ao, tiền đóng bảo hiểm nông nghiệp → hỗ trợ phí bảo hiểm nông nghiệp
nuôi tôm, nuôi cá, ao tôm, ao cá, hồ tôm → nuôi trồng thủy sản
cá lồng, nuôi cá lồng, lồng bè, nuôi hàu, cá bè → nuôi trồng thủy sản lồng bè, đối tượng thủy sản nuôi chủ lực
chuyển cho con đứng tên, đổi chủ cơ sở, đổi tên chủ cơ sở → thay đổi thông tin, cấp lại
tàu cá, ghe cá, đi biển đánh bắt → tàu cá, khai thác thủy sản
trồng lúa, ruộng lúa, đất lúa → đất trồng lúa
đổi cây trồng, chuyển cây trồng, bỏ lúa trồng cây khác → chuyển đổi cơ cấu cây trồng trên đất trồng lúa
giống cây, cây giống → giống cây trồng
thuốc sâu, thuốc trừ sâu → thuốc bảo vệ thực vật
phân bón → phân bón
rác, đổ rác, rác thải → chất thải rắn sinh hoạt
ô nhiễm, giấy phép môi trường → giấy phép môi trường, đăng ký môi trường
# More insurance
lãnh thay, lĩnh thay, nhận lương hưu giùm, nhận giùm lương → ủy quyền lĩnh thay các chế độ bảo hiểm xã hội
lãnh bằng thẻ, nhận qua thẻ atm, chuyển sang nhận tài khoản, nhận lương hưu qua ngân hàng → chuyển sang lĩnh bằng tài khoản cá nhân
người chết chưa lãnh lương, lương chưa kịp lãnh, còn tiền chưa nhận → truy lĩnh lương hưu của người hưởng đã chết
đi tù về lãnh lương hưu, mãn hạn tù → hưởng tiếp lương hưu, người chấp hành xong hình phạt tù
vết thương tái phát, bị đau lại, tái phát → thương tật bệnh tật tái phát
lần đầu bị tai nạn → tai nạn lao động lần đầu
cán bộ xã nghỉ hưu, cán bộ xã già → lương hưu trợ cấp hằng tháng đối với cán bộ xã
giáo viên nghỉ hưu → nhà giáo đã nghỉ hưu
chia lại thông tin sổ, sai tên trên sổ bảo hiểm, gộp sổ → điều chỉnh thông tin trên sổ bảo hiểm xã hội thẻ bảo hiểm y tế
công ty đóng bảo hiểm, báo tăng, báo giảm lao động → đăng ký điều chỉnh đóng bảo hiểm xã hội
đi khám không có thẻ, quên thẻ bảo hiểm, khám trái tuyến → thanh toán trực tiếp chi phí khám chữa bệnh
đóng đủ cùng chi trả, không cùng chi trả → giấy chứng nhận không cùng chi trả
# More merit and poverty
mới thoát nghèo, ra khỏi hộ nghèo → công nhận hộ thoát nghèo
mới rơi vào nghèo, phát sinh nghèo, bị nghèo giữa năm → công nhận hộ nghèo hộ cận nghèo thường xuyên
thu nhập thấp → người lao động có thu nhập thấp
chuỗi liên kết, liên kết bao tiêu → dự án liên kết, liên kết theo chuỗi giá trị
khuyến nông → kế hoạch khuyến nông
gia đình chính sách, nhà chính sách → người có công với cách mạng
tiền điếu, mai táng người có công → mai táng phí, trợ cấp một lần khi người có công từ trần
con thương binh đi học, tiền học cho con thương binh → ưu đãi giáo dục đào tạo
sửa mộ, xây mộ, giữ mộ → xây sửa mộ liệt sĩ, giữ gìn mộ
điều dưỡng, đi điều dưỡng → điều dưỡng phục hồi sức khỏe
chân giả, xe lăn → phương tiện trợ giúp dụng cụ chỉnh hình
vợ liệt sĩ đi bước nữa, vợ liệt sĩ lấy chồng khác → vợ hoặc chồng liệt sĩ lấy chồng hoặc vợ khác
bảo vệ an ninh bị ốm, tổ an ninh ốm đau → người tham gia lực lượng bảo vệ an ninh trật tự ở cơ sở bị ốm đau
# More farming, fisheries, food, environment
dịch bệnh vật nuôi thiệt hại, tiền hỗ trợ heo chết → hỗ trợ cơ sở sản xuất bị thiệt hại do dịch bệnh động vật
giấy an toàn thực phẩm, giấy vệ sinh thực phẩm, làm mắm, làm chả → giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm
nuôi ba ba, nuôi rắn, nuôi cá sấu → xác nhận nguồn gốc loài thủy sản, động vật hoang dã
bến cá, cảng cá → cảng cá
tổ cộng đồng thủy sản, chi hội nghề cá → giao quyền quản lý cho tổ chức cộng đồng
lấy ý kiến dân về môi trường, tham vấn → tham vấn trong đánh giá tác động môi trường
`;
