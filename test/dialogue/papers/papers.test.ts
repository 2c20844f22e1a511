import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { PAPER_KINDS, type PaperKind } from '../../../src/dialogue/papers/model.ts';
import { BLANK, PAPER_PARTS, PAPER_WORDS } from '../../../src/dialogue/papers/words.ts';
import { answer, chunkSource, citation, echoAnswerer, FACTS, testDialogue } from '../../support/dialogue.ts';

/** Text as another program reads it, and the names of the XML elements that the document uses. */
async function readBack(bytes: Uint8Array) {
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const attributes: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes: of }) => {
    if (name === 'w:pgMar' || name === 'w:pgSz') attributes.push(of as Record<string, string>);
  });
  parser.write(strFromU8(unzipSync(bytes)['word/document.xml']!)).close();
  return { text, page: Object.assign({}, ...attributes) as Record<string, string> };
}

async function asked(citations = [citation(1)]) {
  const test = await testDialogue({
    answerer: echoAnswerer(() => answer('Trong ngày làm việc [1].', { citations })),
    communes: [{ slug: 'my-thuong', name: 'phường Mỹ Thượng' }],
  });
  const person = await test.addPerson({ commune: 'my-thuong' });
  const reply = await test.dialogue.ask({
    person: person.id,
    channel: 'web',
    conversation: 'c',
    text: 'thời hạn khai sinh',
    asOf: '2026-05-04',
  });
  const paper = (kind: PaperKind, by = person.id, audience?: 'group') =>
    test.dialogue.paper({
      by,
      question: reply.questionId,
      paper: kind,
      channel: 'web',
      ...(audience && { audience }),
    });
  return { ...test, person, paper };
}

describe('the papers of the counter', () => {
  it.each(PAPER_KINDS)(
    '%s: title, procedure, basis, blanks, A4 with the margins of decree 30/2020',
    async (kind) => {
      const { paper } = await asked();
      const file = await paper(kind);
      expect(file?.fileName).toBe(`${PAPER_WORDS[kind].fileName}-9.000001.docx`);
      const { text, page } = await readBack(file!.bytes);
      expect(text).toContain(PAPER_WORDS[kind].title);
      expect(text).toContain('Đăng ký khai sinh (mẫu thử) (mã 9.000001)');
      expect(text).toContain('Cách thức thực hiện, thủ tục 9.000001: “Thời hạn: trong ngày làm việc.”');
      expect(text).toContain('ỦY BAN NHÂN DÂN PHƯỜNG MỸ THƯỢNG');
      expect(text).toContain(PAPER_PARTS.heading);
      expect(text).toContain('tra cứu ngày 04/05/2026');
      expect([page['w:w'], page['w:left'], page['w:right']].map((v) => Math.round(Number(v) / 56.7))).toEqual(
        [210, 30, 20],
      );
    },
  );

  it('invents neither a reason nor a day: every such place is blank', async () => {
    const { paper } = await asked();
    for (const kind of PAPER_KINDS) {
      const { text } = await readBack((await paper(kind))!.bytes);
      for (const after of text.matchAll(
        /(?:Lý do[^:]*|Hẹn lại[^:]*|Thời hạn bổ sung[^:]*|Ngày tiếp nhận[^:]*): (.)/gu,
      ))
        expect(after[1]).toBe(BLANK[0]);
      const days = text.match(/\d{1,2}\/\d{1,2}\/\d{4}/g);
      expect(days).toEqual(['04/05/2026']);
    }
  });

  it('leaves out what belongs to another procedure', async () => {
    const other = citation(2, { procedureCode: '9.000002', label: 'Của thủ tục khác' });
    const { paper } = await asked([citation(1), other]);
    expect((await readBack((await paper('bo_sung'))!.bytes)).text).not.toContain('Của thủ tục khác');
  });

  it('is not made without a procedure, for others, or of what the audience may not read', async () => {
    const { procedureCode: _, ...plain } = citation(1);
    const without = await asked([plain]);
    expect(await without.paper('bo_sung')).toBeUndefined();
    const { paper, addPerson } = await asked();
    expect(await paper('bo_sung', (await addPerson()).id)).toBeUndefined();

    const internal = { ...FACTS, scope: { kind: 'internal' as const } };
    const test = await testDialogue({ chunks: chunkSource(internal) });
    const person = await test.addPerson();
    const ask = { person: person.id, channel: 'telegram' as const, conversation: 'c', text: 'hỏi' };
    const { questionId: question } = await test.dialogue.ask(ask);
    const request = { by: person.id, question, paper: 'tu_choi' as const, channel: 'telegram' as const };
    expect(await test.dialogue.paper(request)).toBeDefined();
    expect(await test.dialogue.paper({ ...request, audience: 'group' })).toBeUndefined();
  });
});
