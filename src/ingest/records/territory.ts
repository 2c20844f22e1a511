import { slug } from '../../legal/text.ts';
import { PROVINCES } from '../../legal/units/provinces.ts';
import type { ProcedureRecord } from './record.ts';

/** As tables shorten it. */
const SHORTENED: Readonly<Record<string, string>> = { hcm: 'Hồ Chí Minh' };
const NAMED = new RegExp(
  `(?:tỉnh|thành phố|TP\\.?) ?(${[...PROVINCES, ...Object.keys(SHORTENED)].join('|')})(?![\\p{L}])`,
  'giu',
);

/** The one province a record binds, as a folded slug: a decision of a provincial People's Committee or Council
 * that names its province, or a name that says "trên địa bàn tỉnh …". A ministry's decision binds the whole
 * country even where the portal shows one city's department as the body carrying it out. */
export function recordTerritory(record: ProcedureRecord): { slug: string; name: string } | undefined {
  const local = /UBND|HĐND/u.test(record.so_quyet_dinh);
  const byName = /trên địa bàn/iu.test(record.ten_thu_tuc) ? provincesIn(record.ten_thu_tuc) : [];
  const named = byName.length === 1 ? byName : local ? provincesIn(Object.values(record).join('\n')) : [];
  const name = named[0];
  return name ? { slug: slug(name === 'Thừa Thiên Huế' ? 'Huế' : name), name } : undefined;
}

/** A body of one province printed in a record that binds everywhere ("Sở … Thành phố Hà Nội"). */
export function exampleProvince(record: ProcedureRecord): string | undefined {
  const found = provincesIn(`${record.co_quan_thuc_hien}\n${record.co_quan_co_tham_quyen}`);
  return found.length === 1 && /Sở|UBND|Ủy ban|Uỷ ban|Phòng/u.test(record.co_quan_thuc_hien)
    ? found[0]
    : undefined;
}

/** Provinces named with their kind, most often named first. */
function provincesIn(text: string): string[] {
  const counts = new Map<string, number>();
  for (const match of text.replace(/\s+/g, ' ').matchAll(NAMED)) {
    const found = match[1]!.toLowerCase();
    const name = SHORTENED[found] ?? PROVINCES.find((p) => p.toLowerCase() === found);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
