/**
 * Opens up cells of tables that run together in published records ("30 Ngày làm việcMiễn phí", "TT-BCALuật Khiếu
 * nại", "QH15Thông tư", "mau.docx1 bản chính") and joins wrapped lines. Symbols such as "QĐ-TTg" stay whole.
 */
export function splitCells(text: string): string {
  return text
    .replace(/(\.(?:docx?|xlsx?|pdf|rar|zip))(?=[\p{L}\p{N}])/giu, '$1 ')
    .replace(/(\p{Ll}\p{M}*)(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})(?!Tg(?!\p{L}))/gu, '$1 ')
    .replace(/(\d)(?=\p{Lu}\p{Ll})(?!\dTg)/gu, '$1 ');
}

/** The same on one line, for everything but the numbering at the start of lines. */
export function oneLine(text: string): string {
  return splitCells(text).replace(/\s+/gu, ' ');
}
