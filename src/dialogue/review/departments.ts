import { nfc, slug } from '../../legal/text.ts';
import type { PersonId, SettingsStore } from '../model.ts';

/** Departments are stored as slugs, so that however a name is typed it is one department; a slug has lost its marks, so
 * the name as first written is kept beside it, over those that every province has. */
export interface DepartmentNames {
  /** "so-tu-phap" → "Sở Tư pháp"; a slug nobody named is spelled without its hyphens. Empty for none. */
  readonly of: (slug: string | undefined) => string;
  /** Every name that is known, in Vietnamese order, for forms to offer. */
  readonly all: readonly string[];
}

const KEY = 'department.names';
const LONGEST = 120;

/** Specialised bodies of a province and vertical bodies in it (Decree 150/2025/NĐ-CP); a city may have fewer. */
const USUAL = [
  'Bảo hiểm xã hội',
  'Bộ Chỉ huy quân sự',
  'Công an thành phố',
  'Hải quan',
  'Sở Công Thương',
  'Sở Dân tộc và Tôn giáo',
  'Sở Du lịch',
  'Sở Giáo dục và Đào tạo',
  'Sở Khoa học và Công nghệ',
  'Sở Ngoại vụ',
  'Sở Nội vụ',
  'Sở Nông nghiệp và Môi trường',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Văn hóa và Thể thao',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Xây dựng',
  'Sở Y tế',
  'Thanh tra thành phố',
  'Thuế',
  'Văn phòng Ủy ban nhân dân thành phố',
] as const;

/** @param more names known from elsewhere (a guide); what was stored goes before them */
export async function departmentNames(
  settings: Pick<SettingsStore, 'get'>,
  more: readonly string[] = [],
): Promise<DepartmentNames> {
  const names = new Map<string, string>();
  for (const name of [...USUAL, ...more, ...Object.values(await stored(settings))])
    names.set(slug(name), name);
  return {
    of: (wanted) => (wanted === undefined ? '' : (names.get(wanted) ?? spelled(wanted))),
    all: [...names.values()].sort((a, b) => a.localeCompare(b, 'vi')),
  };
}

/** The slug of a department as somebody typed it, its name kept when it is written with its marks; undefined when
 * nothing was typed. */
export async function rememberDepartment(
  settings: SettingsStore,
  by: PersonId,
  typed: string,
): Promise<string | undefined> {
  const name = nfc(typed).replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  const id = slug(name);
  if (id === '') return undefined;
  const known = await stored(settings);
  const isName = name !== id && /\p{L}\s\p{L}|[^\p{ASCII}]/u.test(name);
  if (isName && known[id] === undefined && (await departmentNames(settings)).of(id) !== name)
    await settings.set(KEY, { ...known, [id]: name }, by);
  return id;
}

async function stored(settings: Pick<SettingsStore, 'get'>): Promise<Record<string, string>> {
  const value = await settings.get(KEY);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, name]) => typeof name === 'string'));
}

function spelled(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
