import type { Person } from '../../src/dialogue/model.ts';
import { person } from './web.ts';

/** One person of each kind, for tests of the desk and of uploads. */
export const PEOPLE = {
  official: person('an', ['official'], { name: 'Trần Thị An', commune: 'my-thuong' }),
  focal: person('dau-moi', ['focal'], { name: 'Lê Đầu Mối', commune: 'my-thuong' }),
  leader: person('lanh-dao', ['leader'], { name: 'Phan Lãnh Đạo', commune: 'my-thuong' }),
  staff: person('chuyen-vien', ['staff'], { name: 'Phạm Chuyên Viên', department: 'so-tu-phap' }),
  approver: person('nguoi-duyet', ['approver'], { name: 'Hồ Người Duyệt', department: 'so-tu-phap' }),
  admin: person('quan-tri', ['admin'], { name: 'Đỗ Quản Trị' }),
} satisfies Record<string, Person>;
