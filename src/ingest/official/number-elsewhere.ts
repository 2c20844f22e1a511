import type { IsoDate } from '../../legal/model.ts';
import { type DocumentNumber, parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import type { Found } from './header.ts';

export type FoundNumber = Found<string> & { readonly parsed: DocumentNumber };

/** The number beside the certifying signature of a consolidation. */
export function numberBeside(consolidated: string | undefined): FoundNumber | undefined {
  const parsed = consolidated === undefined ? undefined : parseDocumentNumber(consolidated);
  return parsed === undefined ? undefined : { value: parsed.canonical, confidence: 0.95, parsed };
}

/** Annexes name the text they belong to: "(Kèm theo Nghị định số 120/2025/NĐ-CP …)"; OCR may lose the one in the head under a stamp. */
export function numberOfAnnex(text: string, type: string | undefined): FoundNumber | undefined {
  const at = text.search(/\(\s*(?:Ban hành\s+)?[Kk]èm theo\s/u);
  const parsed = at === -1 ? undefined : parseDocumentNumber(text.slice(at, at + 120));
  const agrees =
    parsed?.complete && (type === undefined || parsed.type === undefined || parsed.type === type);
  // Without a head of its own the file may be a loose form or annex, not the text: a person confirms.
  return agrees
    ? { value: parsed.canonical, confidence: type === undefined ? 0.4 : 0.85, parsed }
    : undefined;
}

/** The number in the name of the file ("so-121-2026-nd-cp", "120-cp.signed.pdf"), for a person to confirm. */
export function numberOfFile(
  fileName: string,
  type: string | undefined,
  date: IsoDate | undefined,
): FoundNumber | undefined {
  const full =
    /(?:^|[^\d])(\d{1,4})[-_ ](\d{4})[-_ ]((?:nd-cp|nq-cp|qd-ttg|qd-ubnd|nq-hdnd|qh\d{2}|tt-[a-z]{2,8}))(?![a-z])/i.exec(
      fileName,
    );
  const short = type === 'Nghị định' ? /^(\d{1,4})[-_ ](?:nd-?)?cp(?![a-z])/i.exec(fileName) : null;
  const printed =
    full !== null
      ? `${full[1]}/${full[2]}/${full[3]}`
      : short !== null && date !== undefined
        ? `${short[1]}/${date.slice(0, 4)}/NĐ-CP`
        : undefined;
  const parsed = printed === undefined ? undefined : parseDocumentNumber(printed);
  return parsed?.complete ? { value: parsed.canonical, confidence: 0.4, parsed } : undefined;
}
