import { plainWords } from '../../legal/text.ts';
import type { Chunk } from '../../retrieval/model.ts';
import { splitCells } from '../facts/cells.ts';
import { factsOf } from '../facts/extract.ts';
import type { Fact } from '../facts/model.ts';
import { matterOf } from './matter.ts';

/** The kinds of fact that two texts can be held against each other on. */
export type StatedKind = 'time' | 'validity' | 'money' | 'copies' | 'authority';

/** One clause that states one fact of its kind, with what names its matter. */
export interface Statement {
  readonly kind: StatedKind;
  /** Equal for equal facts: "24 giờ" and "1 ngày" are one. */
  readonly value: string;
  /** How much it is: hours of the calendar, đồng, copies; absent for bodies. */
  readonly amount?: number;
  /** As printed: "05 ngày làm việc". */
  readonly printed: string;
  /** The clause, literal but for white space. */
  readonly clause: string;
  readonly chunk: Chunk;
  /** What the clause itself names, and what the article or, without one, the document is called. */
  readonly own: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  /** All that stands above it. */
  readonly above: ReadonlySet<string>;
  /** Holds for a case of its own ("trường hợp cần xác minh"). */
  readonly conditional: boolean;
  /** Counted from the receipt of the dossier, or from nothing that is said. */
  readonly ofReceipt: boolean;
  /** Figures that belong to the matter ("dưới 500 m2"), in order. */
  readonly figures: string;
}

const CONDITION = /(?<!\p{L})(?:trường hợp|nếu|đối với|riêng|trừ|khi có|ngoại trừ)(?!\p{L})/iu;
const SINCE_ELSE = /kể từ (?:ngày |khi |thời điểm )?(?!(?:ngày |khi )?(?:được |tiếp )?nhận|nộp)/iu;
/** How long a paper holds is another fact than how long it takes to get it. */
const HOLDS = /(?<!\p{L})(?:giá trị|sử dụng|hiệu lực|thời hạn của|lưu trữ|bảo quản)(?!\p{L})/iu;
/** The day a text takes effect, a person's age, terms of office and of punishment are no facts of a procedure. */
const NOT_OF_A_PROCEDURE =
  /(?:văn bản|nghị định|thông tư|quyết định|luật|nghị quyết) này|(?<!\p{L})(?:tuổi|nhiệm kỳ|phạt|tù|khóa)(?!\p{L})|kể từ ngày ký|công bố (?:hoặc|và)/iu;
/** Hours of the clock or of work, and of the calendar that the unit takes (a working day is 7/5 of a day). */
const HOURS: Readonly<Record<string, readonly [sort: string, hours: number, calendar: number]>> = {
  phut: ['', 1 / 60, 1 / 60],
  gio: ['', 1, 1],
  ngay: ['', 24, 24],
  tuan: ['', 168, 168],
  thang: ['', 720, 720],
  nam: ['', 8640, 8640],
  'gio lam viec': ['làm việc ', 1, 4.2],
  'ngay lam viec': ['làm việc ', 8, 33.6],
};
/** A number with a unit, or a body that may decide: clauses with neither need not be read closely. */
const MAY_STATE =
  /[\p{L}\d)]\s*(?:ngày|giờ|tuần|tháng|năm|đồng|VNĐ|bộ|bản)(?!\p{L})|Ủy ban|Uỷ ban|UBND|Hội đồng nhân dân|HĐND|Công an/iu;
/** Clauses longer than this say more than one thing. */
const LONGEST = 420;
/** Who acts stands before what is done. */
const ACTS =
  /^(.{0,60}?)\s+(?:có thẩm quyền|có trách nhiệm|quyết định|cấp|phê duyệt|giải quyết|chứng thực|đăng ký|xác nhận|thẩm định|thực hiện|công nhận|thu hồi|ban hành)(?!\p{L}|\s+(?:xã|phường|huyện|tỉnh|trung ương)(?!\p{L}))/iu;
/** The number of an article, khoản or điểm, or a dash, before a clause. */
const MARK = /^(?:(?:Điều\s+)?\d{1,3}(?:\.\d{1,2})*[a-zđ]?[.)]|[a-zđ]\)|[-+–•*])\s*/u;

/** The facts stated in a chunk, clause by clause; a clause with two different facts of a kind states neither. */
export function statementsOf(chunk: Chunk): Statement[] {
  const above = chunk.heading.split(' > ').filter((part) => /\p{L}{2,} \p{L}/u.test(part));
  const title = above.at(-1) ?? '';
  // "Tên thủ tục – Cách thức thực hiện": which part of the record it is says nothing of the matter.
  const heading = matterOf(
    plainWords(chunk.path.part === undefined ? title : title.replace(/ – [^–]*$/u, ''), 'kept'),
  );
  const whole = matterOf(plainWords(above.join(' '), 'kept'));
  return clausesOf(chunk.text).flatMap((clause) =>
    factsIn(clause).map(({ kind, value, amount, printed }) => {
      const without = clause.replaceAll(printed, ' ');
      const plain = plainWords(without, 'kept');
      return {
        kind,
        value,
        ...(amount !== undefined && { amount }),
        printed,
        clause,
        chunk,
        own: matterOf(plain),
        heading,
        above: whole,
        conditional: CONDITION.test(clause),
        ofReceipt: !SINCE_ELSE.test(clause),
        figures: (plain.match(/\d+/g) ?? []).join(' '),
      };
    }),
  );
}

function clausesOf(text: string): string[] {
  return splitCells(text)
    .split(/\n|;|(?<=[^\d\s]{2})\.\s+(?=\p{Lu})/u)
    .map((clause) => clause.replace(/\s+/gu, ' ').trim().replace(MARK, ''))
    .filter(
      (clause) => clause.length <= LONGEST && MAY_STATE.test(clause) && !NOT_OF_A_PROCEDURE.test(clause),
    );
}

type Valued = Pick<Statement, 'kind' | 'value' | 'amount' | 'printed'>;

function factsIn(clause: string): Valued[] {
  const found = factsOf(clause).flatMap((fact) => valued(fact, clause) ?? []);
  const kinds = new Set(found.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const own = found.filter((fact) => fact.kind === kind);
    return new Set(own.map(({ value }) => value)).size === 1 ? [own[0]!] : [];
  });
}

function valued({ kind, key, text }: Fact, clause: string): Valued | undefined {
  switch (kind) {
    case 'duration': {
      const [, amount, unit] = key.split(':');
      const counted = HOURS[unit!];
      if (counted === undefined || amount === undefined) return undefined;
      const [sort, hours, calendar] = counted;
      const holds = HOLDS.test(clause) || (unit === 'nam' && Number(amount) > 1);
      return {
        kind: holds ? 'validity' : 'time',
        value: `${sort}${Number((Number(amount) * hours).toFixed(3))} giờ`,
        amount: Number(amount) * calendar,
        printed: text,
      };
    }
    case 'amount':
      return { kind: 'money', value: key, amount: Number(key.split(':')[1]), printed: text };
    case 'count':
      return /:(?:bo|ban)$/.test(key)
        ? { kind: 'copies', value: key, amount: Number(key.split(':')[1]), printed: text }
        : undefined;
    case 'authority':
      return actor(key, clause);
    default:
      return undefined;
  }
}

/** A body at a level that does something, as the subject of the clause; its head stands for it. */
function actor(key: string, clause: string): Valued | undefined {
  const placed = /^(?:pho |)(?:chu tich |truong )?(ubnd|hdnd|cong an):(xa|huyen|tinh)$/.exec(key);
  const subject = ACTS.exec(clause)?.[1];
  if (placed === null || subject === undefined) return undefined;
  return { kind: 'authority', value: `${placed[1]}:${placed[2]}`, printed: subject.trim() };
}
