const BODY =
  '(?:Trung tâm|Bộ phận|Chủ tịch|[Đđ]iểm tiếp nhận|[Cc]ấp (?:có thẩm quyền|phê duyệt|quyết định)|[Cc]ơ quan|[Cc]hi nhánh|[Vv]ăn phòng|Công an|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Sở|Phòng|Cổng|Hệ thống|Cục|Chi cục|Tổng cục|Bộ|Thuế|Ban|Kho bạc|Bảo hiểm|Ngân hàng|[Đđ]ơn vị|[Cc]ơ sở|[Tt]rường|[Ss]ố \\d)';
/** "nộp hồ sơ … tại Trung tâm …", "gửi 01 bộ hồ sơ đến Sở …"; "phải nộp", "người nộp" tell of something else. */
const HANDED_IN = new RegExp(
  `(?<!phải |khi |việc |nơi |đã |để |được |chọn |thức |chính |hồ sơ |[Nn]gười )(?:nộp|gửi|Nộp|Gửi)(?! lại)(?: trực tiếp)?(?<what>[^.;:\\n]{0,220}?) (?:(?:tại|đến|tới|cho|về|qua|trên|ở|vào) |(?<=(?:gửi|Gửi) ))(?:(?:một trong|các|địa chỉ|Quầy|quầy|bộ phận|trụ sở)[^.;:\\n]{0,40}? )?${BODY}`,
  'u',
);
/** What an office sends on the way, and money, are no dossier handed in. */
const NO_DOSSIER =
  /^ ?(?:tiền|(?:đến |vào )?tài khoản|tin nhắn|thư |lệ phí|phí|thuế|bổ sung)|(?:thông báo|phiếu|kết quả|giấy mời|giấy hẹn|biên bản|báo cáo|tờ trình|quyết định|dự thảo|công văn|lấy ý kiến|trả lời)/iu;
/** Within so many characters what is handed in is named. */
const WHAT_CHARS = 60;
/** The clause went on to what somebody else does. */
const ANOTHER_ACTS = /,? thì |có thẩm quyền tiếp nhận|tiếp nhận,|phải có|có trách nhiệm/u;
const OFFICE_ACTS =
  /[Hh]ướng dẫn|(?:^|[,.;:] |: )[-+*•\s]*(?:Bước \d+\s*[.:]?\s*)?(?:Cán bộ|Công chức|Cơ quan|Ủy ban|Uỷ ban|UBND|Trung tâm|Bộ phận|Chủ tịch|Phòng|Sở|Công an|Văn phòng|Chi nhánh|Hội đồng|Lãnh đạo|[Cc]huyển hồ sơ)[^,.;:]{0,160}$/u;

/** "gửi cơ quan tiếp nhận hồ sơ để trao cho người được cấp". */
const ON_TO_HAND_OUT = /^[^.]{0,40} để trao/u;

/** After a mark who hands in is named; the commas inside the name of a procedure are followed by no such word. */
const APPLICANT =
  /(?<=[,;:] )(?:người|cá nhân|tổ chức|công dân|hộ |chủ |doanh nghiệp|hợp tác xã|cơ sở|nhà đầu tư|học sinh)/giu;

/** Where in a sentence (characters) the clause begins that says where the applicant hands the dossier in; undefined when
 * none does: an office's own "gửi kết quả cho …" is no such clause. */
export function handInClause(text: string): number | undefined {
  const found = HANDED_IN.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const what = found.groups?.['what'] ?? '';
  const after = text.slice(found.index + found[0].length);
  if (OFFICE_ACTS.test(before) || ANOTHER_ACTS.test(what) || ON_TO_HAND_OUT.test(after)) return undefined;
  if (NO_DOSSIER.test(what.slice(0, WHAT_CHARS))) return undefined;
  return [...before.matchAll(APPLICANT)].at(-1)?.index ?? 0;
}
