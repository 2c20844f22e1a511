import type { OfficialDocument, ReadValue } from '../model.ts';

/** Lines at the head of the first page among which a draft mark is looked for. */
const HEAD_LINES = 30;
const BODY_START = /^(Căn cứ|Điều\s+1\b|Kính gửi|Chương\s+I\b|Thực hiện|Theo đề nghị)/u;

/** "DỰ THẢO", "Dự thảo lần 2", "DỰ THẢO LẦN THỨ HAI", "(Dự thảo ngày 05/6/2026)", "DỰ THẢO NGHỊ ĐỊNH" on a line or cell of its own. */
const DRAFT_LINE =
  /^[\s([{"“_*-]*(BẢN\s+)?D(Ự|ự)\s*(THẢO|thảo)(\s*[\d.IVX]*|\s+(lần|LẦN)(\s+(thứ|THỨ))?\s+([\d.IVX]+|\p{L}{2,4})|\s*(ngày|NGÀY|,)?\s*[\d./-]+|\s+\d+.*|\s*[-–(].{0,40})?[\s)\]}"”_*.:-]*$/u;
const DRAFT_TITLE =
  /^D(Ự|ự)\s*(THẢO|thảo)\s+(LUẬT|NGHỊ ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ|QUYẾT ĐỊNH|KẾ HOẠCH|HƯỚNG DẪN|CÔNG VĂN|TỜ TRÌNH|BÁO CÁO)\b/u;
/** "Số:      /2025/NĐ-CP", "Số: …/QĐ-UBND": the place of the number is empty. */
const EMPTY_NUMBER =
  /(^|\t)\s*Số\s*:?\s*[\s….·_xX-]*\s*\/\s*((19|20)\d\d|[….]+)?\s*[/-]?\s*\p{Lu}[\p{Lu}\d]*/u;

/**
 * Why a document may not serve because it is not issued yet (drafts and unnumbered copies bind nobody): one Vietnamese
 * sentence, or undefined when nothing marks it as a draft.
 */
export function findDraftMark(
  value: ReadValue,
  official?: Pick<OfficialDocument, 'header'>,
): string | undefined {
  const lines = (value.pages[0]?.text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const body = lines.findIndex((line) => BODY_START.test(line));
  const head = lines.slice(0, body < 0 ? HEAD_LINES : Math.min(body, HEAD_LINES));
  const cells = head.flatMap((line) => line.split(/\t|\s{3,}/));
  if (cells.some((cell) => DRAFT_LINE.test(cell) || DRAFT_TITLE.test(cell))) {
    return 'Văn bản ghi “Dự thảo” ở phần đầu nên chưa có hiệu lực và không được đưa vào tra cứu; hãy gửi bản đã ký ban hành.';
  }
  const isHead = head.some((line) => /CỘNG\s*H(ÒA|OÀ)\s*XÃ\s*HỘI/iu.test(line));
  if (isHead && official?.header.number === undefined && head.some((line) => EMPTY_NUMBER.test(line))) {
    return 'Văn bản chưa có số (chỗ ghi số còn trống) nên không được đưa vào tra cứu; hãy gửi bản đã cấp số và ký ban hành.';
  }
  return undefined;
}
