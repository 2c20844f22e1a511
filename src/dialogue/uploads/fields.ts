import type { CorrectedHeader } from '../../ingest/upload.ts';
import { isoDate } from '../../legal/calendar/dates.ts';
import type { IsoDate } from '../../legal/model.ts';
import { parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { nfc } from '../../legal/text.ts';
import { UploadError } from './errors.ts';
import type { UploadField } from './model.ts';
import { UPLOAD_WORDS } from './words.ts';

const MAX_LENGTH = 500;

/**
 * Takes a typed value of one field; an empty one goes back to what was read.
 * @throws UploadError `invalid` with what is expected
 */
export function withField(corrected: CorrectedHeader, field: UploadField, typed: string): CorrectedHeader {
  const { [field]: _, ...rest } = corrected;
  const text = nfc(typed).replace(/\s+/gu, ' ').trim();
  return text === '' ? rest : { ...rest, [field]: parsedValue(field, text) };
}

function parsedValue(field: UploadField, text: string): string {
  if (text.length > MAX_LENGTH) throw new UploadError('invalid', UPLOAD_WORDS.fieldTooLong(MAX_LENGTH));
  switch (field) {
    case 'number': {
      const number = parseDocumentNumber(text);
      if (number?.complete !== true) throw new UploadError('invalid', UPLOAD_WORDS.badNumber);
      return number.canonical;
    }
    case 'date':
    case 'effectiveFrom':
    case 'effectiveTo': {
      const date = typedDate(text);
      if (date === undefined) throw new UploadError('invalid', UPLOAD_WORDS.badDate);
      return date;
    }
    default:
      return text;
  }
}

/** "03/02/2026", "3-2-2026", "ngày 03 tháng 02 năm 2026", "2026-02-03". */
function typedDate(text: string): IsoDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu.exec(
    text,
  );
  return typed === null ? undefined : isoDate(Number(typed[3]), Number(typed[2]), Number(typed[1]));
}

/** Name of a file as people see it: no folders, no control characters, not too long. */
export function safeFileName(name: string): string {
  const last = nfc(name).split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 ? clean.slice(dot).slice(0, 10) : '';
  const stem = (dot > 0 ? clean.slice(0, dot) : clean).replace(/^\.+/, '').slice(0, 120).trim();
  return `${stem === '' ? 'tai-lieu' : stem}${extension}`;
}
