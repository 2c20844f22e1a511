/** Offices, posts and places; names before and after the reorganisation of 1 July 2025. */
export const BODIES = `
lên phường, lên xã, ra phường, ra xã, ủy ban phường, ủy ban xã, xã phường, trên xã, trên phường → ủy ban nhân dân cấp xã
chủ tịch xã, chủ tịch phường, lãnh đạo xã, lãnh đạo phường → chủ tịch ủy ban nhân dân cấp xã
chủ tịch tỉnh, chủ tịch thành phố → chủ tịch ủy ban nhân dân cấp tỉnh
thành phố cấp, tỉnh cấp → ủy ban nhân dân cấp tỉnh
công an xã, công an phường, đồn công an → công an cấp xã
công an huyện, công an quận → công an cấp huyện
trưởng công an → trưởng công an
một cửa, bộ phận một cửa, quầy một cửa, quầy tiếp dân → bộ phận một cửa, trung tâm phục vụ hành chính công
trung tâm hành chính công, trung tâm một cửa → trung tâm phục vụ hành chính công
địa chính, cán bộ địa chính, bên địa chính → cơ quan có chức năng quản lý đất đai cấp xã
nhà đất, bên nhà đất, phòng đất đai → văn phòng đăng ký đất đai
phòng công chứng, chỗ công chứng → tổ chức hành nghề công chứng, văn phòng công chứng
hộ tịch, cán bộ hộ tịch, tư pháp xã, cán bộ tư pháp → công chức tư pháp hộ tịch
bên đăng ký kinh doanh, phòng đăng ký kinh doanh → cơ quan đăng ký kinh doanh
bên thuế, chi cục thuế, thuế phường, cán bộ thuế → cơ quan thuế
bên bảo hiểm, cơ quan bảo hiểm, bảo hiểm xã hội huyện → cơ quan bảo hiểm xã hội
mặt trận, mặt trận thôn, mặt trận xã → ban công tác mặt trận, ủy ban mặt trận tổ quốc
trưởng thôn, trưởng bản, tổ trưởng dân phố, trưởng xóm, trưởng ấp → trưởng thôn, tổ trưởng tổ dân phố
thôn, bản, xóm, ấp, tổ dân phố, khu phố → thôn, tổ dân phố
tòa, ra tòa → tòa án nhân dân
xã đội, ban quân sự, quân sự xã → ban chỉ huy quân sự cấp xã
trạm xá, trạm y tế → cơ sở khám bệnh chữa bệnh, trạm y tế
bệnh viện → cơ sở khám bệnh chữa bệnh
trường, nhà trường, trường học → cơ sở giáo dục
trại trẻ, nhà mở, mái ấm, cô nhi viện → cơ sở trợ giúp xã hội, cơ sở nuôi dưỡng
ngân hàng, nhà băng → tổ chức tín dụng
kho bạc → kho bạc nhà nước
nhà nước cho, nhà nước cấp → nhà nước
trong nước, ở việt nam → trong nước
bên tây, bên mỹ, bên nhật, bên hàn, bên đài loan, bên lào, bên trung, ở nước ngoài, qua mỹ, bên kia → nước ngoài, có yếu tố nước ngoài
lấy chồng tây, lấy chồng ngoại, lấy vợ ngoại, chồng người nước ngoài, vợ người nước ngoài, cưới tây → kết hôn có yếu tố nước ngoài
người tây, ông tây, người lào, người trung quốc, người úc, người mỹ, người nhật, người hàn, người đài loan, người campuchia, người pháp → người nước ngoài, có yếu tố nước ngoài
việt kiều, người việt ở nước ngoài → người việt nam định cư ở nước ngoài
giáp ranh, giáp biên, vùng biên, xã biên giới, bản giáp ranh, sát biên giới, vùng biên giới → khu vực biên giới, công dân nước láng giềng
gốc việt, người gốc việt → người gốc việt nam chưa xác định được quốc tịch
xã khác, phường khác, tỉnh khác, nơi khác → không phụ thuộc vào nơi cư trú, ngoài địa bàn
chỗ ở, nơi ở, nhà đang ở → nơi cư trú
`;
