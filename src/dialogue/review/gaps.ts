import { randomUUID } from 'node:crypto';
import type { Reach } from '../access.ts';
import type { Instant, QuestionId } from '../model.ts';
import { assignGroups, groupName, type TermGroup } from './grouping.ts';

/** What is to be done about a group of questions that the assistant could not answer well. */
export const GAP_ACTIONS = ['chua_xu_ly', 'can_van_ban', 'tra_loi_chuan', 'sua_loi', 'da_xong'] as const;
export type GapAction = (typeof GAP_ACTIONS)[number];

export const GAP_CAUSES = ['thieu_huong_dan', 'mau_thuan', 'phan_mem', 'nhan_luc', 'khac'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

export const GAP_LEVELS = ['xa', 'thanh_pho', 'bo'] as const;
export type GapLevel = (typeof GAP_LEVELS)[number];

/** The row of the table of difficulties that people fill in; all of it is optional. */
export interface GapDetails {
  /** Lĩnh vực; questions that nothing answered have none of their own. */
  readonly field?: string;
  readonly difficulty?: string;
  readonly provisions?: string;
  readonly cause?: GapCause;
  readonly proposal?: string;
  readonly level?: GapLevel;
  readonly lead?: string;
  /** YYYY-MM-DD */
  readonly due?: string;
}

export interface Gap {
  readonly id: string;
  readonly name: string;
  readonly action: GapAction;
  readonly details: GapDetails;
  readonly createdAt: Instant;
}

/** A group with what was counted in the period asked for. */
export interface CountedGap extends Gap {
  readonly questions: number;
  /** In the period of the same length before. */
  readonly before: number;
  readonly people: number;
  readonly communes: readonly string[];
  readonly fields: readonly string[];
  /** Masked questions, newest first. */
  readonly examples: readonly string[];
}

/** Difficult questions of one field from one commune; empty names where none was told. */
export interface GapCell {
  readonly field: string;
  readonly commune: string;
  readonly questions: number;
  /** In the period of the same length before. */
  readonly before: number;
}

export interface GapMember {
  readonly id: QuestionId;
  /** Masked. */
  readonly question: string;
  readonly askedAt: Instant;
  readonly commune?: string;
  readonly field?: string;
}

export interface GapQuestion {
  readonly seq: number;
  readonly text: string;
}

/** From one instant up to another; with a reach, of the questions within it alone. */
export interface GapPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly reach?: Reach;
}

export interface GapStore {
  /** Difficult questions (not found, disliked, escalated, failed) that are in no group yet, oldest first. */
  ungrouped(limit: number): Promise<readonly GapQuestion[]>;
  groups(): Promise<readonly TermGroup[]>;
  /** Adds questions to groups, founding those that are not there yet; in one transaction. */
  assign(change: {
    assignments: readonly { key: number; group: string }[];
    /** Groups that got questions, with their name by the terms they have now; one that people worked on keeps its own. */
    groups: readonly (TermGroup & { readonly name: string })[];
    at: Instant;
  }): Promise<void>;
  /** Groups with questions in the period, largest first. */
  counted(at: GapPeriod, limit: number): Promise<readonly CountedGap[]>;
  /** Grouped questions of the period, by field and commune. */
  matrix(at: GapPeriod): Promise<readonly GapCell[]>;
  gap(id: string): Promise<Gap | undefined>;
  /** The latest questions of a group, newest first. */
  members(id: string, limit: number, reach?: Reach): Promise<readonly GapMember[]>;
  saveGap(id: string, change: Pick<Gap, 'action' | 'details'>): Promise<void>;
}

const BATCH = 500;

/**
 * Puts questions that came since the last time into groups. At most `most` a call, so that a page never waits
 * long; returns how many were grouped.
 */
export async function groupNewQuestions(
  deps: { gaps: GapStore; now: () => Date },
  most: number = 4 * BATCH,
): Promise<number> {
  let done = 0;
  let known: readonly TermGroup[] | undefined;
  while (done < most) {
    const questions = await deps.gaps.ungrouped(Math.min(BATCH, most - done));
    if (questions.length === 0) break;
    known ??= await deps.gaps.groups();
    const result = assignGroups(
      known,
      questions.map(({ seq, text }) => ({ key: seq, text })),
      () => `g-${randomUUID()}`,
    );
    const texts = new Map(questions.map(({ seq, text }) => [seq, text]));
    const joined = new Map<string, string[]>();
    for (const { key, group } of result.assignments)
      joined.set(group, [...(joined.get(group) ?? []), texts.get(key)!]);
    const groups = result.groups
      .filter(({ id }) => joined.has(id))
      .map((group) => ({ ...group, name: groupName(group, joined.get(group.id)!) }));
    await deps.gaps.assign({ assignments: result.assignments, groups, at: deps.now().toISOString() });
    known = result.groups;
    done += questions.length;
  }
  return done;
}
