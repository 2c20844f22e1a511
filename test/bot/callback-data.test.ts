import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Press, pack, UPLOAD_TODOS, unpack } from '../../src/bot/callback-data.ts';
import { UPLOAD_FIELDS } from '../../src/dialogue/uploads/model.ts';
import { WRONG_REASONS } from '../../src/dialogue/words.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);
const press = fc.oneof(
  fc.record({ act: fc.constantFrom('source', 'choice'), question: id, n: fc.nat(99) }),
  fc.record({ act: fc.constantFrom('helpful', 'wrong', 'escalate', 'checklist'), question: id }),
  fc.record({
    act: fc.constant('reason'),
    question: id,
    reason: fc.constantFrom(...Object.keys(WRONG_REASONS)),
  }),
  fc.record({ act: fc.constant('take'), escalation: id.map((value) => `e-${value}`) }),
  fc.record({ act: fc.constantFrom('accept', 'reject'), person: fc.uuid() }),
  fc.record({ act: fc.constant('commune'), slug: fc.stringMatching(/^[a-z0-9-]{1,40}$/) }),
  fc.record({ act: fc.constant('invite'), role: fc.constantFrom('official', 'staff') }),
  fc.record({
    act: fc.constant('upload'),
    todo: fc.constantFrom(...UPLOAD_TODOS),
    upload: fc.uuid(),
    arg: fc.constantFrom('', ...UPLOAD_FIELDS, 'departments'),
  }),
  fc.record({ act: fc.constantFrom('access', 'waiting', 'signin') }),
) as fc.Arbitrary<Press>;

describe('callback data', () => {
  it('comes back as it went, within 64 bytes', () => {
    fc.assert(
      fc.property(press, (given) => {
        const data = pack(given);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(unpack(data)).toEqual(given);
      }),
    );
  });

  it('is nothing when it is not ours', () => {
    for (const data of ['', 'zz', 's:abc', 's:abc:x', 'i:admin', 'source:abc:1', 'u:x:1', 'u:view'])
      expect(unpack(data)).toBeUndefined();
  });
});
