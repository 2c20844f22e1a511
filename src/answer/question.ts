import { fold, plainWords, typedWithDiacritics } from '../legal/text.ts';
import { type Token, tokenise } from '../retrieval/lexical/terms.ts';
import { lackedPaper } from './lacks.ts';
import {
  ASKS_OFFICE,
  BRINGS,
  CONDITION,
  CUES,
  DEADLINE,
  DOSSIER,
  ONLINE,
  OVERALL,
  type Shape,
  SUBMITS,
} from './question-cues.ts';

export type { Shape };

export interface ReadQuestion {
  /** As typed, abbreviations written out. */
  readonly text: string;
  /** Typed with diacritics, so that they count. */
  readonly marked: boolean;
  /** In the order of `CUES`; empty when the question does not say what it wants. */
  readonly shapes: readonly Shape[];
  /** Names a procedure and asks nothing of it: wants to know what it takes. */
  readonly overview: boolean;
  /** Asks for the whole procedure's time or fee ("mấy ngày xong", "phí bao nhiêu"), not for that of one step. */
  readonly overall: boolean;
  /** Asks whether this is done at the commune ("làm ở phường được không"). */
  readonly office: boolean;
  /** Asks where to hand the dossier in, whatever else the question tells. */
  readonly submits: boolean;
  /** A paper that the citizen does not have ("thiếu giấy chứng sinh thì sao"): its words, folded; empty otherwise. */
  readonly lacks: readonly string[];
  /** Asks until when somebody must act ("phải báo trước mấy ngày"), not how long the office takes. */
  readonly deadline: boolean;
  /** Folded content syllables of the question, without words of asking; in order, repeats kept. */
  readonly terms: readonly string[];
  /** Neighbouring syllables as asked ("lam chung", "con nuoi"), at least one of them a content syllable. */
  readonly pairs: readonly string[];
}

/** A code names the procedure; its figures must not be looked for in what the procedure says. */
function withoutCodes(tokens: readonly Token[], question: string): Token[] {
  const codes = [...question.matchAll(/(?<![\d.])\d{1,2}\.\d{6}(?![\d.])/g)].map((m) =>
    tokenise(m[0]).map(({ folded }) => folded),
  );
  const isCode = (i: number): boolean =>
    codes.some(([first, second]) => tokens[i]?.folded === first && tokens[i + 1]?.folded === second);
  return tokens.filter((_, i) => !isCode(i) && !isCode(i - 1));
}

function drop(shapes: Shape[], shape: Shape): void {
  if (shapes.includes(shape)) shapes.splice(shapes.indexOf(shape), 1);
}

// Words of asking, politeness, and those too common in records to tell one sentence from another.
const STOP_EXACT = new Set(
  `là thì mà và của cho với các những một này đó kia ấy ở tại trong ngoài trên từ đến ra vào bị được phải cần có
   không nào gì chi sao bao nhiêu mấy lâu ai đâu khi nếu như thế nên hay hoặc cũng đã đang sẽ rồi mới chưa còn lại
   thì đi đem nữa luôn xong à nhé nhỉ hả vậy với giúp giùm tôi em mình anh chị bà con ông cô chú bác người dân hỏi
   muốn xin làm để theo về cái chiếc việc qua bên xem trước sau thủ tục giờ nay vừa đứng rằng do bạn ạ`.split(
    /\s+/,
  ),
);
const STOP_FOLDED = new Set(
  `${[...STOP_EXACT].map(fold).join(' ')} dc ko k hong hok kg j bn z mk ng vs lm hs bnhieu`.split(' ').filter(
    // These carry a subject as often as not once their diacritics are gone: báo, bảo; chi, chí; …
    (word) =>
      !['ba', 'con', 'bao', 'may', 'bac', 'dan', 'chu', 'cai', 'kia', 'nam', 'vua', 'dung'].includes(word),
  ),
);

/** Reads what the question asks for. `expanded` is the retriever's normalised form (abbreviations written out). */
export function readQuestion(question: string, expanded: string = question): ReadQuestion {
  const folded = [question, expanded].map((text) => plainWords(text));
  const found = CUES.filter(([, cue]) => folded.some((text) => cue.test(text))).map(([shape]) => shape);
  // "được cấp giấy gì" asks for the result, not for papers to bring.
  if (found.includes('result') && !folded.some((text) => BRINGS.test(text))) drop(found, 'papers');
  // "Có giá trị bao lâu" asks nothing about how long the office takes.
  if (found.includes('validity')) drop(found, 'duration');
  // "hồ sơ" alone names the subject more often than the wish; "giấy khai sinh" always does.
  if (found.length === 0 && folded.some((text) => DOSSIER.test(text))) found.push('papers');
  // Who decides is more than who acts.
  if (found.includes('signer')) drop(found, 'actor');
  // Who applies does not decide.
  if (found.includes('applicant')) drop(found, 'actor');
  // "Làm ở phường được không" asks which office it is.
  const office = folded.some((text) => ASKS_OFFICE.test(text));
  if (office || found.includes('channel') || found.includes('validity')) drop(found, 'condition');
  // "Có mất tiền không" asks for the fee, not for a condition.
  if (found.includes('money') && !folded.some((text) => CONDITION.test(text))) drop(found, 'condition');
  // "bao nhiêu" of days or money is no other number.
  const counted = ['duration', 'money', 'validity'].some((shape) => found.includes(shape as Shape));
  const shapes = found.filter((shape) => shape !== 'quantity' || !counted);
  const deadline = shapes.includes('duration') && folded.some((text) => DEADLINE.test(text));
  const stop = typedWithDiacritics(question) ? STOP_EXACT : STOP_FOLDED;
  const tokens = withoutCodes(tokenise(expanded), question);
  const content = tokens.map(
    ({ exact, folded: term }) => !stop.has(exact) && (term.length > 1 || /\d/.test(term)),
  );
  const terms = tokens.filter((_, i) => content[i]).map((token) => token.folded);
  const pairs = tokens
    .slice(1)
    .flatMap((token, i) => (content[i] || content[i + 1] ? [`${tokens[i]!.folded} ${token.folded}`] : []));
  const online = folded.some((text) => ONLINE.test(text)) ? ['truc', 'tuyen'] : [];
  return {
    overview: shapes.length === 0,
    text: expanded,
    marked: typedWithDiacritics(question),
    shapes,
    overall: !deadline && folded.some((text) => OVERALL.test(text)),
    office,
    submits: shapes.includes('place') && folded.some((text) => SUBMITS.test(text)),
    lacks: lackedPaper(folded[0]!),
    deadline,
    terms: [...terms, ...online],
    pairs,
  };
}
