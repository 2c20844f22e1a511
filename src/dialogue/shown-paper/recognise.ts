import type { ReadValue } from '../../ingest/model.ts';
import { parseRead } from '../../ingest/understand.ts';
import { mask } from '../../legal/privacy/privacy.ts';
import { fold } from '../../legal/text.ts';

/** What a paper that somebody shows turned out to be; personal data masked, nothing of it is stored. */
export interface ShownPaper {
  /** "Tờ khai đăng ký khai sinh", "Công văn số 45/STP-HCTP …"; undefined when no title could be told. */
  readonly title?: string;
  /** Of an official document. */
  readonly number?: string;
  readonly text: string;
  /** Letters were recognised from a picture: a digit may be wrong. */
  readonly recognised: boolean;
}

const PAGES = 3;
const TITLE_LINES = 25;
const LONGEST_TITLE = 160;
/** Letterheads, mottos and marks of forms: never what the paper is called. */
const NO_TITLE =
  /^(?:cong hoa xa hoi|doc lap|mau|bieu mau|phu luc|uy ban nhan dan|ubnd|hoi dong nhan dan|bo |so |tinh |thanh pho|quan |huyen|xa |phuong|thi tran|dang cong san|kinh gui|so\s*:|ban hanh kem)/;
const KIND =
  /^(?:to khai|don |giay |phieu |bien ban|hop dong|van ban|ban cam|ban ke|bao cao|ke hoach|thong bao|the |so |trich luc|ly lich|chung )/;

/** @param value as read, past the gate of secrecy stamps */
export function recognisePaper(value: ReadValue, fileName: string): ShownPaper {
  // What a paper is stands on its first pages.
  const beginning = { ...value, pages: value.pages.slice(0, PAGES) };
  const text = mask(beginning.pages.map((page) => page.text).join('\n')).masked;
  const recognised = beginning.pages.some(({ ocr }) => ocr);
  const { header } = parseRead(beginning, fileName);
  const { number, type, subject, issuer } = header;
  if (number !== undefined) {
    const about = subject === undefined ? '' : `: ${mask(subject).masked}`;
    const by = issuer === undefined ? '' : ` của ${issuer}`;
    return { title: `${type ?? 'Văn bản'} số ${number}${by}${about}`, number, text, recognised };
  }
  const title = titleOf(text);
  return { ...(title !== undefined && { title }), text, recognised };
}

/** The first line in capitals (with those that continue it), or the first that names a kind of paper. */
function titleOf(text: string): string | undefined {
  const lines = text
    .split('\n')
    .flatMap((line) => line.split('\t'))
    .map((line) => line.trim())
    .filter((line) => /\p{L}{2}/u.test(line))
    .slice(0, TITLE_LINES)
    .filter((line) => !NO_TITLE.test(fold(line)));
  const start = lines.findIndex(inCapitals);
  const named = lines.find((line) => KIND.test(fold(line)) && line.length <= LONGEST_TITLE);
  if (start < 0) return named;
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !inCapitals(line));
  const title = rest.slice(0, end < 0 ? 3 : Math.min(end, 3)).join(' ');
  const lower = title.toLocaleLowerCase('vi');
  return `${lower.slice(0, 1).toLocaleUpperCase('vi')}${lower.slice(1)}`.slice(0, LONGEST_TITLE);
}

function inCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 6 &&
    letters.filter((l) => l === l.toLocaleUpperCase('vi')).length >= letters.length * 0.9
  );
}
