import type { CitationPath, IsoDate } from '../model.ts';
import type { ActingRelation, Stop } from './facts.ts';

/** What one act of another document comes to on a day: how far it reaches, whether it holds, what it lengthens. */

/** How far an act reaches into a part. */
export type Reach = 'all' | 'some' | 'none';

/** Whether a relation reaches the part asked about: all of it, some of it, or not at all. */
export function reachOf({ kind, targetPath }: ActingRelation, path: CitationPath): Reach {
  if (targetPath === undefined || Object.keys(targetPath).length === 0)
    return kind === 'partly_repeals' || kind === 'amends' ? 'some' : 'all';
  // "Điều 5" is the body's, not that of an annex.
  if (targetPath.phuLuc === undefined && targetPath.dieu !== undefined && path.phuLuc !== undefined)
    return 'none';
  const keys = ['phuLuc', 'chuong', 'muc', 'dieu', 'khoan', 'diem'] as const;
  for (const key of keys) {
    const wanted = targetPath[key];
    // An article is cited without its chapter, so a chapter not named in the path cannot exclude it.
    if (wanted === undefined) continue;
    // A regulation stored without the decision that issued it has no heading of its own above its articles.
    if (key === 'phuLuc' && path.phuLuc === undefined && path.dieu !== undefined && isAttachment(wanted))
      continue;
    if (path[key] === undefined) return 'some';
    if (path[key]!.toLowerCase() !== wanted.toLowerCase()) return 'none';
  }
  return 'all';
}

const ATTACHED =
  /(?<!\p{L})(Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Quy chuẩn|Quy tắc)\s(?!này)[^;]{0,240}?ban hành\s+kèm\s+theo\s/iu;

/** "khoản 3 Điều 4 Quy định … ban hành kèm theo Quyết định số …": an article of what is attached, not of the decision. */
export function inAttachment(path: CitationPath, sentence: string): CitationPath {
  const attached = ATTACHED.exec(sentence)?.[1];
  if (attached === undefined || path.dieu === undefined || path.phuLuc !== undefined) return path;
  return { phuLuc: attached.charAt(0).toUpperCase() + attached.slice(1).toLowerCase(), ...path };
}

function isAttachment(phuLuc: string): boolean {
  return ATTACHED.test(`${phuLuc} ban hành kèm theo `);
}

/** A text in force that lets a temporary one go on (decree 120/2025/NĐ-CP, Điều 23, leaves that to the Government). */
export function extensionOf(
  incoming: readonly ActingRelation[],
  path: CitationPath,
  to: IsoDate | undefined,
  date: IsoDate,
): ActingRelation | undefined {
  if (to === undefined) return undefined;
  return incoming
    .filter((act) => extendsTerm(act) && act.until! > to && isDone(act, date) && holdsAll(act, path))
    .sort((a, b) => b.until!.localeCompare(a.until!))[0];
}

/** An extension that names no part is of the whole. */
function holdsAll(act: ActingRelation, path: CitationPath): boolean {
  return act.targetPath === undefined || reachOf(act, path) === 'all';
}

export function extendsTerm({ kind, until }: ActingRelation): boolean {
  return kind === 'amends' && until !== undefined;
}

/** Whether an act has taken effect by that day, and a suspension not ended. */
export function isDone({ kind, effectiveFrom, until }: ActingRelation, date: IsoDate): boolean {
  if (effectiveFrom === undefined || effectiveFrom > date) return false;
  return kind !== 'suspends' || until === undefined || date <= until;
}

/** The suspension under which an act of another text stands on that day. */
export function stopOn({ stopped = [] }: Pick<ActingRelation, 'stopped'>, date: IsoDate): Stop | undefined {
  return stopped.find(({ from, until }) => from <= date && (until === undefined || date <= until));
}
