import { fold } from '../../src/legal/text.ts';

/** What is asked about a procedure, in full sentences and as typed in a hurry. */
const ASPECTS = [
  (title: string) => `hồ sơ ${title} gồm những gì?`,
  (title: string) => fold(`lệ phí ${title}`),
  (title: string) => `thời hạn giải quyết ${title} bao lâu?`,
  (title: string) => fold(`ai ky ${title}`),
  (title: string) => `${title} nộp ở đâu?`,
  (title: string) => fold(`dieu kien ${title}`),
] as const;
/** Answered by code without a search. */
const LOOKUPS = [
  'thu tuc 1.001193',
  'xã Phú An nay là xã nào?',
  'nhận hồ sơ 28/8/2026, 3 ngày làm việc, hẹn trả ngày nào',
];
const ONE_LOOKUP_IN = 20;

/** Questions about all the titles, each aspect of each once, so that no question is answered from an earlier one. */
export function burstQuestions(titles: readonly string[]): string[] {
  const all = ASPECTS.flatMap((aspect, a) =>
    titles.map((title, t) =>
      t % ONE_LOOKUP_IN === 0 ? `${LOOKUPS[(t + a) % LOOKUPS.length]!} ` : aspect(shortened(title)),
    ),
  );
  return all.map((question) => question.trim());
}

function shortened(title: string): string {
  const plain = title.slice(0, 1).toLowerCase() + title.slice(1);
  return plain.length <= 160 ? plain : plain.slice(0, plain.lastIndexOf(' ', 160));
}
