/** Statements of a reply that is still arriving, each as soon as its closing brace is there. */
import type { ModelStatement, StatementSection, Verdict } from './model.ts';
import { STATEMENT_SECTIONS } from './model.ts';
import { parseStatement } from './schema.ts';

export interface Arrived {
  readonly section: StatementSection;
  readonly statement: ModelStatement;
}

export interface ArrivingReply {
  /** @param text all that came so far; a shorter text than before starts again (the endpoint was asked anew) */
  read(text: string): readonly Arrived[];
  readonly verdict: Verdict | undefined;
}

/**
 * Follows the JSON only as far as needed: strings, depth, and the key at the top. It never decides what a reply means:
 * the whole reply is parsed again when it is there. Prose before the JSON (a model's reasoning) is not looked into.
 */
export function createArrivingReply(): ArrivingReply {
  let state = fresh();
  return {
    get verdict() {
      return state.verdict as Verdict | undefined;
    },
    read(text) {
      if (text.length < state.at) state = fresh();
      const arrived: Arrived[] = [];
      if (!/^\s*(?:```(?:json)?\s*)?(?:\{|$)/u.test(text.slice(0, 40))) return arrived;
      for (; state.at < text.length; state.at++) step(state, text, arrived);
      return arrived;
    },
  };
}

interface State {
  at: number;
  depth: number;
  /** Offset of the opening quotation mark inside a string. */
  string: number | undefined;
  escaped: boolean;
  /** Last whole string at the top, and the key it became. */
  last: string;
  key: string | undefined;
  object: number;
  verdict: string | undefined;
}

const fresh = (): State => ({
  at: 0,
  depth: 0,
  string: undefined,
  escaped: false,
  last: '',
  key: undefined,
  object: 0,
  verdict: undefined,
});

/** Depth of a statement: the reply, the list of a section, the statement. */
const STATEMENT_DEPTH = 3;

function step(s: State, text: string, arrived: Arrived[]): void {
  const ch = text[s.at]!;
  if (s.string !== undefined) insideString(s, text, ch);
  else if (ch === '"') s.string = s.at;
  else if (ch === '{' || ch === '[') {
    s.depth++;
    if (s.depth === STATEMENT_DEPTH) s.object = s.at;
  } else if (ch === '}' || ch === ']') {
    if (s.depth === STATEMENT_DEPTH && ch === '}') close(s, text, arrived);
    s.depth--;
  } else if (s.depth === 1 && ch === ':') s.key = s.last;
  else if (s.depth === 1 && ch === ',') s.key = undefined;
}

function insideString(s: State, text: string, ch: string): void {
  if (s.escaped) s.escaped = false;
  else if (ch === '\\') s.escaped = true;
  else if (ch === '"') {
    if (s.depth === 1) s.last = text.slice(s.string! + 1, s.at);
    if (s.depth === 1 && s.key === 'verdict') s.verdict = s.last;
    s.string = undefined;
  }
}

function close(s: State, text: string, arrived: Arrived[]): void {
  const section = STATEMENT_SECTIONS.find((name) => name === s.key);
  const statement = section && parseStatement(text.slice(s.object, s.at + 1));
  if (section && statement) arrived.push({ section, statement });
}
