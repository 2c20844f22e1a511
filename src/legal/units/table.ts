import type { IsoDate } from '../model.ts';

export type UnitKind = 'xã' | 'phường' | 'thị trấn';

/** A commune-level unit as it was until the rearrangement; `district` only where a source names it. */
export interface FormerUnit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly district?: string;
  /** The name alone is an ordinary word ("Đúc") or another place: only with its kind is it this unit. */
  readonly needsKind?: boolean;
}

/** A unit of today and the whole former units it was made of. */
export interface TodayUnit {
  readonly kind: 'xã' | 'phường';
  readonly name: string;
  /** Where the basis says so: "khoản 13 Điều 1". */
  readonly clause: string;
  readonly unchanged?: boolean;
  readonly former: readonly FormerUnit[];
}

/** A unit that had already gone into a former one before. */
export interface EarlierUnit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly into: { readonly kind: UnitKind; readonly name: string };
  /** As above: Hải Dương alone is the province. */
  readonly needsKind?: boolean;
}

/** Units of one province: `corpus/don-vi-hanh-chinh/<province>.json`. */
export interface UnitTable {
  readonly province: string;
  readonly from: IsoDate;
  /** The document the table is taken from, as cited. */
  readonly basis: string;
  readonly checked: IsoDate;
  readonly earlierBasis?: string;
  readonly units: readonly TodayUnit[];
  readonly earlier: readonly EarlierUnit[];
  /** District-level units that no longer exist, to understand "xã Phú An, huyện Phú Vang". */
  readonly districts: readonly { readonly kind: string; readonly name: string }[];
}

const KINDS: readonly string[] = ['xã', 'phường', 'thị trấn'];

/** Reads a unit table.
 * @throws Error naming the field, what was expected and what came. */
export function parseUnitTable(json: string, source: string): UnitTable {
  const table = JSON.parse(json) as UnitTable;
  const fail = (field: string, expected: string, came: unknown): never => {
    throw new Error(`${source}: "${field}" phải là ${expected}, đang là ${JSON.stringify(came)}`);
  };
  for (const field of ['province', 'from', 'basis', 'checked'] as const) {
    if (typeof table[field] !== 'string') fail(field, 'một chuỗi', table[field]);
  }
  for (const field of ['units', 'earlier', 'districts'] as const) {
    if (!Array.isArray(table[field])) fail(field, 'một danh sách', table[field]);
  }
  const named = (unit: { kind: string; name: string }, field: string): void => {
    if (!KINDS.includes(unit.kind)) fail(`${field}.kind`, KINDS.join(' / '), unit.kind);
    if (typeof unit.name !== 'string' || unit.name === '') fail(`${field}.name`, 'tên đơn vị', unit.name);
  };
  for (const unit of table.units) {
    named(unit, 'units');
    if (!Array.isArray(unit.former)) fail(`units.${unit.name}.former`, 'một danh sách', unit.former);
    for (const former of unit.former) named(former, `units.${unit.name}.former`);
  }
  for (const unit of table.earlier) {
    named(unit, 'earlier');
    const known = table.units.some((today) =>
      today.former.some((f) => f.kind === unit.into.kind && f.name === unit.into.name),
    );
    if (!known) fail(`earlier.${unit.name}.into`, 'một đơn vị có trong bảng', unit.into);
  }
  return table;
}
