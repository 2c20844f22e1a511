import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import type { DocumentDesk } from './documents.ts';
import type { GuidancePublisher, StandardAnswer } from './model.ts';

export interface GuidanceFilesDeps {
  /** Folder of the approved answers, inside DATA_DIR. */
  readonly folder: string;
  /** Reads one file into the index; rejects, or resolves with a reason, when it could not. */
  readonly ingest: (file: string) => Promise<string | undefined>;
  readonly documents: Pick<DocumentDesk, 'setState'>;
  readonly now: () => Date;
}

/** An approved answer could not be put among the documents. */
export class GuidanceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GuidanceError';
  }
}

/**
 * Approved answers become documents of the project's own format (docs/corpus.md), one file each: they are found,
 * cited and labelled "tài liệu tổng hợp" as every other guide ("ý kiến nghiệp vụ" when a department gave it), and survive a rebuild of the index.
 */
export function createGuidanceFiles(deps: GuidanceFilesDeps): GuidancePublisher {
  return {
    async publish(answer) {
      await mkdir(deps.folder, { recursive: true });
      const file = join(deps.folder, guidanceFileName(answer));
      await writeFile(file, guidanceText(answer, dayInVietnam(new Date(answer.approvedAt ?? answer.at))));
      const problem = await deps.ingest(file);
      if (problem !== undefined) {
        await rm(file, { force: true });
        throw new GuidanceError(problem);
      }
    },
    async withdraw(answer) {
      await rm(join(deps.folder, guidanceFileName(answer)), { force: true });
      await deps.documents.setState(
        `file:${nameOf(answer)}`,
        'serving',
        'withdrawn',
        deps.now().toISOString(),
      );
    },
  };
}

const nameOf = (answer: Pick<StandardAnswer, 'id'>) => `tra-loi-chuan-${answer.id}`;

/** File of an approved answer, by which evaluation cases name it. */
export function guidanceFileName(answer: Pick<StandardAnswer, 'id'>): string {
  return `${nameOf(answer)}.md`;
}

/** The document of one approved answer. What people wrote cannot open a field or a heading of its own. */
export function guidanceText(answer: StandardAnswer, checked: string): string {
  const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const title = line(answer.question)
    .replace(/[?？\s]+$/u, '')
    .slice(0, 200);
  const bases = answer.basis.split(/[\n;]/u).map(line).filter(Boolean);
  const body = answer.answer
    .split('\n')
    .map((text) => text.replace(/^\s*#+\s*/u, '').replace(/^-{3,}\s*$/u, ''))
    .join('\n')
    .trim();
  return [
    '---',
    `loai: ${answer.fromEscalation === undefined ? 'hướng dẫn' : 'ý kiến nghiệp vụ'}`,
    `ten: ${title}`,
    ...(answer.field === undefined ? [] : [`linh_vuc: ${line(answer.field)}`]),
    'can_cu:',
    ...bases.map((basis) => `  - ${basis}`),
    `ngay_kiem_tra: ${checked}`,
    'hoi:',
    `  - ${line(answer.question)}`,
    '---',
    `# ${title}`,
    '',
    '## Trả lời',
    body,
    `Căn cứ: ${bases.join('; ')}.`,
    '',
  ].join('\n');
}
