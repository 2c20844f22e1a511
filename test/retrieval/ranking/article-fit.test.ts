import { describe, expect, it } from 'vitest';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { asksForRule } from '../../../src/retrieval/question/rule-questions.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { decree, procedure } from '../documents.ts';

const DOCUMENTS = [
  decree(
    '10/2020/QH14',
    'Luật Cây xanh',
    [
      ['3', 'Tổ trồng cây', 'Tiêu chuẩn tổ viên do tổ đặt; mỗi tổ có tiêu chuẩn tổ viên.'],
      [
        '4',
        'Tiêu chuẩn tổ viên',
        'Từ đủ 18 tuổi, tự nguyện trồng cây, có sức khỏe, đã tập huấn đủ ba ngày, được nơi cư trú giới thiệu.',
      ],
    ],
    { type: 'Luật' },
  ),
  decree(
    '11/2020/NĐ-CP',
    'Nghị định quy định chi tiết một số điều của Luật Cây xanh',
    [
      [
        '9',
        'Tiêu chuẩn tổ viên',
        'Từ đủ 18 tuổi, tự nguyện trồng cây, có sức khỏe, đã tập huấn đủ ba ngày, được nơi cư trú giới thiệu.',
      ],
    ],
    { type: 'Nghị định' },
  ),
  procedure('1.000001', 'Công nhận tổ viên tổ trồng cây', {
    trinh_tu: 'Tổ viên nộp đơn cho tổ trồng cây trong 5 ngày.',
  }),
];
const index = RetrievalIndex.build(DOCUMENTS);
const retriever = createRetriever({ index: () => index, source: new MemorySource(DOCUMENTS) });
const first = async (query: string) => {
  const { hits } = await retriever.retrieve({
    query,
    k: 3,
    asOf: '2026-06-01',
    reader: { internal: true, departments: [], channel: 'cli' },
  });
  const [hit] = hits;
  return `${hit?.procedureCode ?? hit?.documentNumber}${hit?.path.dieu ? ` d${hit.path.dieu}` : ''}`;
};

describe('articles by their headings', () => {
  it('an article whose heading is asked comes before a neighbour that has its words more often', async () => {
    expect(await first('tiêu chuẩn tổ viên')).toBe('10/2020/QH14 d4');
  });
  it('the law that is named comes before the decree that details it, with the same heading', async () => {
    expect(await first('tieu chuan to vien theo luat cay xanh')).toMatch(/^10\/2020\/QH14 /u);
  });
  it('a procedure stays before articles where what to do is asked', async () => {
    expect(await first('công nhận tổ viên tổ trồng cây mất mấy ngày')).toBe('1.000001');
  });
});

describe('a question that asks for a rule', () => {
  it.each(['hòa giải viên cần tiêu chuẩn gì', 'ai dc mien dang ky', 'theo luat thi sao', 'có bị cấm không'])(
    'is told by what it asks: %s',
    (question) => expect(asksForRule(question)).toBe(true),
  );
  it.each([
    'đăng ký khai sinh mất mấy ngày',
    'xin cap lai the can gi',
    'được giám hộ',
    'giấy chứng nhận quyền sử dụng đất',
  ])('is no question about papers, times and offices: %s', (question) =>
    expect(asksForRule(question)).toBe(false),
  );
});
