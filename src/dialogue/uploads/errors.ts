import { DialogueError } from '../errors.ts';
import type { RefusalCode } from '../words.ts';

/** An upload that cannot go on, with its own sentence for the person. */
export class UploadError extends DialogueError {
  override readonly forPeople: string;

  constructor(code: RefusalCode, forPeople: string) {
    super(code, forPeople);
    this.name = 'UploadError';
    this.forPeople = forPeople;
  }
}
