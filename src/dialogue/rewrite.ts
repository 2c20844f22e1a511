import type { ModelUsage } from '../answer/model.ts';
import { syllables } from '../legal/text.ts';
import type { Context } from './deps.ts';
import type { Resolved } from './follow-up.ts';
import type { PersonId } from './model.ts';

interface Asked {
  readonly text: string;
  /** What the rules made of it. */
  readonly resolved: Resolved;
  /** Earlier questions of the conversation, oldest first. */
  readonly turns: readonly {
    readonly question: string;
    readonly understoodAs?: string;
    readonly answer: { readonly answer: string };
  }[];
  readonly person: PersonId;
  readonly signal?: AbortSignal | undefined;
  /** Told what the model was asked for it. */
  readonly onUsage: (usage: ModelUsage) => void;
}

/** A text this long says itself what it is about. */
const LONGEST_FOLLOW_UP = 25;

/**
 * A follow-up in the words of a language model, where one is configured; by the rules where it gives nothing. An option
 * that was chosen is exact already, and a first question has nothing to follow.
 */
export async function rewriteFollowUp(
  context: Context,
  { text, resolved, turns, person, signal, onUsage }: Asked,
): Promise<Resolved> {
  const { rewrite } = context;
  if (rewrite === undefined || turns.length === 0 || resolved.kind === 'choice') return resolved;
  if (syllables(text).length > LONGEST_FOLLOW_UP) return resolved;
  const history = turns.map((turn) => ({
    question: turn.understoodAs ?? turn.question,
    answer: turn.answer.answer,
  }));
  try {
    const question = await rewrite(text, history, { person, onUsage, ...(signal && { signal }) });
    return question === undefined || question === text ? resolved : { question, kind: 'rewritten' };
  } catch (error) {
    context.log.warn({ err: error }, 'the rules rewrite the question');
    return resolved;
  }
}
