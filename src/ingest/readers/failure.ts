/**
 * Thrown inside a reader when a file cannot or will not be read. `message` is the one Vietnamese sentence a person
 * sees (what, where, what to do); `readSource` turns it into a `ReadOutcome`, so no reader's error ever escapes.
 */
export class ReadFailure extends Error {
  readonly status: 'refused' | 'failed';

  constructor(status: 'refused' | 'failed', message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ReadFailure';
    this.status = status;
  }
}

export function failed(message: string, cause?: unknown): ReadFailure {
  return new ReadFailure('failed', message, { cause });
}

export function refused(message: string, cause?: unknown): ReadFailure {
  return new ReadFailure('refused', message, { cause });
}
