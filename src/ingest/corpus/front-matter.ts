import type { IsoDate } from '../../legal/model.ts';
import { nfc } from '../../legal/text.ts';

/** What stands between the two `---` lines of a document of `corpus/` (docs/corpus.md). */
export interface FrontMatter {
  readonly kind: 'procedure' | 'guide';
  /** A department's professional opinion, not the project's own words. */
  readonly opinion: boolean;
  readonly title: string;
  readonly procedureCode?: string;
  readonly linhVuc?: string;
  readonly levels: readonly string[];
  /** Real documents with their articles, as a person cites them. */
  readonly legalBasis: readonly string[];
  readonly checked: IsoDate;
  readonly asked: readonly string[];
  readonly cautions: readonly string[];
  readonly territory?: string;
}

/** The file says it is one of ours but does not keep the format. `message` is one Vietnamese sentence. */
export class GuideFormatError extends Error {
  readonly source: string;
  constructor(source: string, problem: string) {
    super(`Tệp ${source}: ${problem} (xem docs/corpus.md).`);
    this.name = 'GuideFormatError';
    this.source = source;
  }
}

type Fields = ReadonlyMap<string, readonly string[]>;

const KINDS: Readonly<Record<string, FrontMatter['kind']>> = {
  'thủ tục': 'procedure',
  'hướng dẫn': 'guide',
  'ý kiến nghiệp vụ': 'guide',
};

/** Splits off the front matter. `undefined` when the text does not open with one that has a `loai` of ours.
 * `bodyStart` is the offset of the first character after the closing line.
 * @throws GuideFormatError when a required field is absent or malformed. */
export function readFrontMatter(
  text: string,
  source: string,
): { readonly front: FrontMatter; readonly bodyStart: number } | undefined {
  const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (block === null) return undefined;
  const fields = readFields(block[1]!);
  const kind = KINDS[nfc(fields.get('loai')?.[0] ?? '').toLowerCase()];
  if (kind === undefined) return undefined;
  return { front: build(kind, fields, source), bodyStart: block[0].length };
}

function build(kind: FrontMatter['kind'], fields: Fields, source: string): FrontMatter {
  const one = (key: string): string | undefined => fields.get(key)?.[0];
  const required = (key: string): string => {
    const value = one(key);
    if (value === undefined) throw new GuideFormatError(source, `thiếu trường "${key}"`);
    return value;
  };
  const title = required('ten');
  const checked = required('ngay_kiem_tra');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checked)) {
    throw new GuideFormatError(source, `"ngay_kiem_tra" phải là NĂM-THÁNG-NGÀY, đang là "${checked}"`);
  }
  const legalBasis = fields.get('can_cu') ?? [];
  if (legalBasis.length === 0) throw new GuideFormatError(source, 'thiếu trường "can_cu"');
  const procedureCode = kind === 'procedure' ? required('ma') : undefined;
  if (procedureCode !== undefined && !/^\d\.\d{6}$/.test(procedureCode)) {
    throw new GuideFormatError(source, `"ma" phải có dạng 1.001193, đang là "${procedureCode}"`);
  }
  const linhVuc = one('linh_vuc');
  const territory = one('dia_ban');
  return {
    kind,
    opinion: /^ý kiến/iu.test(one('loai') ?? ''),
    title,
    ...(procedureCode !== undefined && { procedureCode }),
    ...(linhVuc !== undefined && { linhVuc }),
    levels: (one('cap') ?? '').split(/,\s*/).filter((level) => level !== ''),
    legalBasis,
    checked,
    asked: fields.get('hoi') ?? [],
    cautions: fields.get('luu_y') ?? [],
    ...(territory !== undefined && { territory }),
  };
}

/** `key: value` lines and `key:` followed by `- item` lines; nothing else of YAML is understood. */
function readFields(block: string): Fields {
  const fields = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of block.split('\n')) {
    const item = /^\s+-\s+(.*\S)\s*$/.exec(line);
    if (item !== null) {
      current?.push(item[1]!);
      continue;
    }
    const field = /^([a-z_]+):\s*(.*?)\s*$/.exec(line);
    if (field === null) continue;
    current = field[2] === '' ? [] : [field[2]!];
    fields.set(field[1]!, current);
  }
  return fields;
}
