import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../src/ingest/corpus/guide.ts';
import { answererOver, hitOf, request } from '../support.ts';

const GUIDE = `---
loai: hướng dẫn
ten: Mượn sân đình
can_cu:
  - Luật Sân đình số 01/2020/QH14
ngay_kiem_tra: 2026-11-23
---
# Mượn sân đình

## Ai cho mượn
Ban Quản lý đình cho mượn sân đình để phơi thóc, quay phim.

## Thời hạn
Trả lời trong 04 ngày từ ngày nhận đơn mượn.

## Hư hỏng
Người mượn sửa lại.

## Trả sân
Sân được trả vào bất cứ lúc nào, bằng đơn có chữ ký. Nhận đơn trả sân thì ghi sổ và báo người mượn biết.
`;

const { facts, chunks } = parseGuide(GUIDE, 'muon-san-dinh.md')!;
const guide = { facts, chunks };
const sections = [...new Map(chunks.map((chunk) => [chunk.unitId, chunk])).values()];
const hits = sections.map((chunk, i) => hitOf({ facts, chunks: [chunk] }, { rank: i + 1, score: 10 - i }));

describe('a guide of the project', () => {
  it('concludes from the section that has the kind of fact asked for, and names what it is about', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(
      request('mượn sân đình mấy ngày thì có trả lời?'),
    );
    expect(answer.sections[0]?.lines[0]).toBe('Thời hạn: Trả lời trong 04 ngày từ ngày nhận đơn mượn. [1]');
    expect(answer.citations[0]?.label).toContain('Thời hạn');
  });

  it('answers from the section whose heading the question says, and adds another one it says', async () => {
    const asked = await answererOver([guide], { hits }).ask(
      request('mượn sân đình bị hư hỏng thì sao, ai cho mượn'),
    );
    const said = asked.answer.sections.flatMap(({ lines }) => lines).join('\n');
    expect(said).toContain('Người mượn sửa lại');
    expect(said).toContain('Ban Quản lý đình');
  });

  it('does not answer from a guide whose sections say nothing of the question', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(request('cấp bằng lái máy kéo mấy ngày'));
    expect(answer.status).toBe('not_found');
  });

  it('tells no sum or time that none of its sections has', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(request('mượn sân đình mất phí bao nhiêu'));
    expect(answer.status).toBe('not_found');
  });

  it('begins with the sentence that opens the section where another says little more', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(request('trả sân đình thì làm đơn sao'));
    expect(answer.sections[0]?.lines[0]).toContain('Sân được trả vào bất cứ lúc nào');
  });

  it('takes a diacritic that was typed for information', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(request('cho muộn sẵn định'));
    expect(answer.status).toBe('not_found');
  });

  it('stays with the section found first when no such fact is asked for', async () => {
    const { answer } = await answererOver([guide], { hits }).ask(request('mượn sân đình để quay phim'));
    expect(answer.sections[0]?.lines[0]).toContain('Ban Quản lý đình cho mượn sân đình');
  });
});
