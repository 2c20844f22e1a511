import type { ThesaurusEntry } from '../thesaurus.ts';

export const LAND_AND_HOUSING: readonly ThesaurusEntry[] = [
  {
    everyday: ['sổ đỏ', 'sổ hồng', 'bìa đỏ', 'sổ đất', 'giấy đỏ'],
    official: ['giấy chứng nhận quyền sử dụng đất'],
  },
];
