import type { DocumentScope, Reader } from './model.ts';

/** Whether a reader may see a document. Unknown kinds of scope are closed, not open. */
export function mayRead(scope: DocumentScope, reader: Reader): boolean {
  if (scope.webOnly === true && reader.channel === 'telegram') return false;
  switch (scope.kind) {
    case 'public':
      return true;
    case 'internal':
      return reader.internal;
    case 'departments':
      return reader.internal && scope.departments.some((d) => reader.departments.includes(d));
    default:
      return false;
  }
}
