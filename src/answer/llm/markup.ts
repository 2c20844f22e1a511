/** A model's text as plain text: no Markdown, no HTML, no tokens, no control characters, one line. */
export function cleanText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/!?\[([^\]\n]{1,200})\]\([^)\s]{0,500}\)/gu, '$1')
    .replace(/\[\s*(?:E?\d+)(?:\s*[,;]\s*E?\d+)*\s*\]|\(\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\)/gu, ' ')
    .replace(/(\*\*|__|~~|`+)(.*?)\1/gsu, '$2')
    .replace(/^\s{0,3}(?:#{1,6}\s+|[-*•]\s+|>\s+|\d{1,2}[.)]\s+(?=\D))/gmu, '')
    .replace(/[`*<>]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.;:!?])(?=\s|$)/gu, '$1')
    .trim();
}
