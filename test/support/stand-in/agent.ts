import type { ChatRequest, FakeReply } from '../fake-openai.ts';
import type { Composing } from './compose.ts';
import { partsOf, topicWords } from './reading.ts';

const FORMER = /((?:xã|phường|thị trấn)\s+\p{Lu}[\p{L}]*(?:\s+\p{Lu}[\p{L}]*)*)\s+(?:cũ|trước đây)/u;
const LEAST_WORDS = 4;
const DONE: FakeReply = { kind: 'text', text: 'xong' };

/** A plain tool-using model: a search for each part, the first of each opened, amendments where asked, then done. */
export function nextCalls(request: ChatRequest, { keen = false }: Composing = {}): FakeReply {
  return keen ? nearestByName(request) : plainly(request);
}

function plainly({ messages }: ChatRequest): FakeReply {
  const question = messages.find(({ role }) => role === 'user')?.content ?? '';
  const rounds = messages.filter(({ role }) => role === 'assistant').length;
  if (rounds === 0) return { kind: 'tools', calls: searches(question) };
  if (rounds > 1) return DONE;
  const found = messages
    .filter(({ role }) => role === 'tool')
    .flatMap(({ content }) => firstOf(content ?? ''));
  const ids = [...new Set(found)];
  const amended = /sửa đổi|bổ sung|thay thế/iu.test(question) ? ['van_ban_sua_doi'] : [];
  const calls = ids.flatMap((id) => ['mo_van_ban', ...amended].map((name) => ({ name, args: { id } })));
  return calls.length === 0 ? DONE : { kind: 'tools', calls };
}

/** A keen one takes what lies nearest and searches for it by its own name, which finds it with all confidence. */
function nearestByName({ messages }: ChatRequest): FakeReply {
  const question = messages.find(({ role }) => role === 'user')?.content ?? '';
  const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
  const [nearest] = results.flatMap(unitsIn);
  if (results.length === 0)
    return { kind: 'tools', calls: [{ name: 'tim_kiem', args: { query: question } }] };
  if (nearest === undefined || results.length > 1) return DONE;
  return {
    kind: 'tools',
    calls: [
      { name: 'tim_kiem', args: { query: nearest.document.slice(0, 300) } },
      { name: 'mo_van_ban', args: { id: nearest.id } },
    ],
  };
}

function searches(question: string) {
  const parts = partsOf(question);
  const former = FORMER.exec(question)?.[1];
  return [
    ...parts.map((part) => ({ name: 'tim_kiem', args: { query: standing(part, parts) } })),
    ...(former === undefined ? [] : [{ name: 'don_vi_hanh_chinh', args: { name: former } }]),
  ];
}

/** A short part is searched with what the question began with. */
function standing(part: string, [first]: readonly string[]): string {
  return part === first || topicWords(part).size >= LEAST_WORDS ? part : `${first}, ${part}`;
}

const firstOf = (result: string): string[] =>
  unitsIn(result)
    .slice(0, 1)
    .map(({ id }) => id);

interface Found {
  readonly id: string;
  readonly document: string;
}

function unitsIn(result: string): Found[] {
  try {
    const units: unknown = JSON.parse(result);
    return Array.isArray(units) ? units.filter((unit): unit is Found => unit?.id !== undefined) : [];
  } catch {
    return [];
  }
}
