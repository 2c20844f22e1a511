import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import type { ChunkSource } from '../../../src/retrieval/model.ts';
import { withKnownDocuments } from '../../../src/store/core/known-documents.ts';
import { procedure } from '../../retrieval/documents.ts';

const one = procedure('1.000001', 'Đăng ký kết hôn', { trinh_tu: 'Nộp tờ khai.' });
const two = procedure('1.000002', 'Đăng ký khai sinh', { trinh_tu: 'Nộp giấy chứng sinh.' });
const ids = [one.facts.id, two.facts.id];

/** A store that counts what is read of it. */
function stored() {
  const memory = new MemorySource([one, two]);
  const read: string[] = [];
  const counted: ChunkSource = {
    chunks: (wanted) => memory.chunks(read.push(...wanted) > 0 ? wanted : []),
    facts: (wanted) => memory.facts(read.push(...wanted) > 0 ? wanted : []),
    unitChunks: (id) => memory.unitChunks(read.push(id) > 0 ? id : id),
    documentChunks: (id) => memory.documentChunks(read.push(id) > 0 ? id : id),
  };
  let generation = 1;
  return {
    known: withKnownDocuments(counted, async () => generation),
    /** What was read since it was last asked. */
    read: () => read.splice(0),
    change: () => {
      memory.add(procedure('1.000001', 'Đăng ký kết hôn, bản mới', { trinh_tu: 'Nộp hai tờ khai.' }));
      generation++;
    },
  };
}

describe('what was read of documents', () => {
  it('is read once, and answered in the order asked for', async () => {
    const { known, read } = stored();
    await known.facts([ids[1]!]);
    expect(read()).toEqual([ids[1]]);
    expect([...(await known.facts(ids)).keys()]).toEqual(ids);
    expect(read()).toEqual([ids[0]]);
    const [chunk] = await known.documentChunks(ids[0]!);
    expect(await known.unitChunks(chunk!.unitId)).toEqual([chunk]);
    expect(await known.unitChunks(chunk!.unitId)).toEqual([chunk]);
    expect((await known.chunks([chunk!.id, chunk!.id])).get(chunk!.id)).toEqual(chunk);
    expect(await known.chunks([chunk!.id])).toEqual(new Map([[chunk!.id, chunk]]));
    expect(read()).toEqual([ids[0], chunk!.unitId, chunk!.id, chunk!.id]);
  });

  it('is forgotten with the next change of any document', async () => {
    const { known, change } = stored();
    const before = await known.facts(ids);
    await known.documentChunks(ids[0]!);
    change();
    expect(before.get(ids[0]!)?.title).toBe('Đăng ký kết hôn');
    expect((await known.facts(ids)).get(ids[0]!)?.title).toBe('Đăng ký kết hôn, bản mới');
    expect((await known.documentChunks(ids[0]!))[0]?.text).toBe('Nộp hai tờ khai.');
  });

  it('is not kept when a change came while it was read', async () => {
    const memory = new MemorySource([one]);
    let generation = 1;
    const waiting: (() => void)[] = [];
    const slow: ChunkSource = {
      chunks: (wanted) => memory.chunks(wanted),
      unitChunks: (id) => memory.unitChunks(id),
      documentChunks: (id) => memory.documentChunks(id),
      async facts(wanted) {
        const found = await memory.facts(wanted);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return found;
      },
    };
    const known = withKnownDocuments(slow, async () => generation);
    const title = async () => (await known.facts([ids[0]!])).get(ids[0]!)?.title;
    const early = title();
    await turn();
    memory.add(procedure('1.000001', 'Bản mới', { trinh_tu: 'Nộp tờ khai.' }));
    generation++;
    const late = title();
    await turn();
    for (const go of waiting.reverse()) go();
    expect([await early, await late]).toEqual(['Đăng ký kết hôn', 'Bản mới']);
    expect(await title()).toBe('Bản mới');
  });
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
