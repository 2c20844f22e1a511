/** Structure in, escaped Telegram HTML out. Nothing here knows what an answer is. */

export interface Run {
  readonly text: string;
  readonly style?: 'b' | 'i';
}
export type Line = readonly Run[];

/** Consecutive lines shown alike. An expandable quotation is collapsed until the reader taps it. */
export interface Block {
  readonly kind: 'plain' | 'expandable' | 'quote';
  readonly lines: readonly Line[];
}

/** Telegram's limit for one message, in UTF-16 units. We count the markup too, which is stricter. */
export const MESSAGE_LIMIT = 4096;

const OPEN: Record<Block['kind'], string> = {
  plain: '',
  expandable: '<blockquote expandable>',
  quote: '<blockquote>',
};
const CLOSE: Record<Block['kind'], string> = {
  plain: '',
  expandable: '</blockquote>',
  quote: '</blockquote>',
};

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function plain(text: string): Line {
  return [{ text }];
}

export function bold(text: string): Line {
  return [{ text, style: 'b' }];
}

/**
 * Renders blocks into as few messages as fit under `limit`, in order. A message ends between lines where that is
 * possible, else between words, else between characters; tags are closed in each message and opened again in the next.
 */
export function renderMessages(blocks: readonly Block[], limit = MESSAGE_LIMIT): string[] {
  const messages: string[] = [];
  let current = '';
  const flush = (): void => {
    // Telegram refuses a message that shows nothing.
    if (stripHtml(current).trim() !== '') messages.push(current);
    current = '';
  };
  for (const block of blocks.filter(({ lines }) => lines.length > 0)) {
    let open = false;
    const add = (line: string): boolean => {
      const lead = open ? '\n' : `${current === '' ? '' : '\n\n'}${OPEN[block.kind]}`;
      if (current.length + lead.length + line.length + CLOSE[block.kind].length > limit) return false;
      current += lead + line;
      open = true;
      return true;
    };
    const breakHere = (): void => {
      if (open) current += CLOSE[block.kind];
      open = false;
      flush();
    };
    const room = limit - OPEN[block.kind].length - CLOSE[block.kind].length;
    for (const line of block.lines) {
      for (const piece of fitting(line, room)) {
        if (add(piece)) continue;
        breakHere();
        add(piece);
      }
    }
    if (open) current += CLOSE[block.kind];
  }
  flush();
  return messages;
}

/** One rendered line, in several pieces when it is longer than a message. */
function fitting(line: Line, room: number): string[] {
  const whole = line.map(renderRun).join('');
  if (whole.length <= room) return [whole];
  const pieces: string[] = [];
  let current = '';
  for (const run of line) {
    for (const word of words(run.text, Math.floor((room - 7) / 5))) {
      const rendered = renderRun({ ...run, text: word });
      if (current.length + rendered.length > room && current !== '') {
        pieces.push(current);
        current = '';
      }
      current += rendered;
    }
  }
  if (current !== '') pieces.push(current);
  return pieces;
}

function renderRun({ text, style }: Run): string {
  const escaped = escapeHtml(text);
  return style === undefined || escaped === '' ? escaped : `<${style}>${escaped}</${style}>`;
}

/** Words with the white space after them; none longer than `max` characters, surrogate pairs kept whole. */
function words(text: string, max: number): string[] {
  return (text.match(/\S*\s*/gu) ?? []).filter((word) => word !== '').flatMap((word) => chopped(word, max));
}

function chopped(word: string, max: number): string[] {
  if (word.length <= max) return [word];
  const pieces: string[] = [];
  let current = '';
  for (const character of word) {
    if (current.length + character.length > max) {
      pieces.push(current);
      current = '';
    }
    current += character;
  }
  return [...pieces, current];
}

/** What the reader sees of rendered HTML: used when Telegram refuses the markup. */
export function stripHtml(html: string): string {
  return html
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
