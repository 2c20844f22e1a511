import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { containsFact } from '../../src/evaluation/answers.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');

describe("the project's own evaluation questions", () => {
  const questions = parseQuestions(readFileSync(join(CORPUS, 'danh-gia/cau-hoi.jsonl'), 'utf8'));
  const procedures = readdirSync(join(CORPUS, 'thu-tuc'));

  it('ask about texts that are there, whose words have the facts', () => {
    for (const { id, gold, facts } of questions) {
      const texts = gold.map((g) => {
        const file =
          'source' in g
            ? join(CORPUS, 'huong-dan', g.source)
            : join(CORPUS, 'thu-tuc', procedures.find((p) => p.startsWith(g.procedureCode))!);
        expect(existsSync(file), `${id}: ${file}`).toBe(true);
        return readFileSync(file, 'utf8');
      });
      for (const fact of facts)
        expect(
          texts.some((text) => containsFact(text, fact)),
          `${id}: ${fact}`,
        ).toBe(true);
    }
  });

  it('are enough, in both styles, with some that nothing answers', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const style of ['full', 'phone'])
      expect(questions.filter((q) => q.style === style).length).toBeGreaterThan(60);
    expect(questions.filter(({ gold }) => gold.length === 0).length).toBeGreaterThan(20);
  });
});
