import { describe, expect, it } from 'vitest';
import { parseDossier, parseDossierRows } from '../../../src/legal/procedure/dossier.ts';
import { slice } from '../../../src/legal/procedure/spans.ts';

const HEAD = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';

function papers(field: string, parse = parseDossier) {
  return parse(field).groups.map((group) => ({
    ...(group.title && { title: slice(field, group.title) }),
    rows: group.rows.map((row) => [
      slice(field, row.paper),
      row.form && slice(field, row.form),
      row.originals,
      row.copies,
    ]),
  }));
}

describe('papers of a dossier', () => {
  it('separates paper, form and quantity', () => {
    expect(
      papers(`--${HEAD}Đơn đề nghị theo mẫu;Mẫu số 01.docx1 bản chínhBản sao giấy tờ0 bản chính,1 bản sao`),
    ).toEqual([
      {
        rows: [
          ['Đơn đề nghị theo mẫu;', 'Mẫu số 01.docx', 1, undefined],
          ['Bản sao giấy tờ', undefined, 0, 1],
        ],
      },
    ]);
  });

  it('gives each group its own title', () => {
    const field = `* Giấy tờ phải nộp:${HEAD}Tờ khai1 bản chính* Giấy tờ phải xuất trình:${HEAD}Thẻ căn cước1 bản chính`;
    expect(papers(field)).toEqual([
      { title: '* Giấy tờ phải nộp:', rows: [['Tờ khai', undefined, 1, undefined]] },
      { title: '* Giấy tờ phải xuất trình:', rows: [['Thẻ căn cước', undefined, 1, undefined]] },
    ]);
  });

  it('does not take a number of papers inside a name for the quantity', () => {
    const [group] = papers(`${HEAD}Nộp 01 bản chính và 02 bản sao hợp đồng1 bản chính`);
    expect(group?.rows).toEqual([['Nộp 01 bản chính và 02 bản sao hợp đồng', undefined, 1, undefined]]);
  });

  it('ends a row at the list letter of the next one: "1 bản saoa) …"', () => {
    expect(
      papers(`${HEAD}Đơn1 bản chính,1 bản saoa) Bản vẽ1 bản chính(ii) Hợp đồng1 bản chính`)[0]?.rows,
    ).toEqual([
      ['Đơn', undefined, 1, 1],
      ['a) Bản vẽ', undefined, 1, undefined],
      ['(ii) Hợp đồng', undefined, 1, undefined],
    ]);
  });

  it('leaves the number of a form to the form: "Mẫu số 021 bản chính"', () => {
    expect(papers(`${HEAD}Đơn theo Mẫu số 021 bản chính`)[0]?.rows).toEqual([
      ['Đơn theo Mẫu số 02', undefined, 1, undefined],
    ]);
  });

  it('reads rows that a cut left without the head of their table', () => {
    expect(papers('Tờ khai1 bản chínhGiấy báo tử0 bản chính,1 bản sao', parseDossierRows)).toEqual([
      {
        rows: [
          ['Tờ khai', undefined, 1, undefined],
          ['Giấy báo tử', undefined, 0, 1],
        ],
      },
    ]);
  });

  it('keeps prose without a table as leftover', () => {
    const field = 'Hồ sơ theo quy định tại Điều 5.';
    const { groups, leftover } = parseDossier(field);
    expect(groups).toEqual([]);
    expect(leftover.map((span) => slice(field, span))).toEqual([field]);
  });
});
