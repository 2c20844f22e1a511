import { describe, expect, it } from 'vitest';
import { inAttachment, reachOf } from '../../../src/legal/effectivity/acts.ts';
import {
  type ActingRelation,
  type EffectFacts,
  effectivityOn,
} from '../../../src/legal/effectivity/effectivity.ts';

const DECREE: EffectFacts = { number: '120/2025/NĐ-CP', date: '2025-06-11', effectiveFrom: '2025-07-01' };
const acted = (...incoming: ActingRelation[]): EffectFacts => ({ ...DECREE, incoming });
const by = { byNumber: '300/2026/NĐ-CP', effectiveFrom: '2026-09-01' } as const;

describe('effectivityOn', () => {
  it('is not yet, in force, expired by its own dates (last day included)', () => {
    const facts = { ...DECREE, effectiveTo: '2027-02-28' };
    expect(effectivityOn(facts, {}, '2025-06-30').status).toBe('not_yet');
    expect(effectivityOn(facts, {}, '2025-07-01').status).toBe('in_force');
    expect(effectivityOn(facts, {}, '2027-02-28').status).toBe('in_force');
    expect(effectivityOn(facts, {}, '2027-03-01').status).toBe('expired');
  });

  it('tells of a coming sunset six months before, not earlier', () => {
    const sunset = { until: '2027-02-28', earlierByLaterText: true, prevails: true, sentence: '…' };
    const facts = { ...DECREE, sunset };
    expect(effectivityOn(facts, {}, '2026-01-01').note).toBeUndefined();
    expect(effectivityOn(facts, {}, '2026-11-23').note).toMatch(/28\/02\/2027 \(còn 97 ngày\).*sớm hơn/);
    expect(effectivityOn(facts, {}, '2027-03-01')).toMatchObject({ status: 'expired', to: '2027-02-28' });
  });

  it('expires by replacement from the day the other takes effect', () => {
    const facts = acted({ kind: 'replaces', ...by });
    expect(effectivityOn(facts, { dieu: '5' }, '2026-08-31').status).toBe('in_force');
    expect(effectivityOn(facts, { dieu: '5' }, '2026-09-01')).toMatchObject({
      status: 'expired',
      to: '2026-08-31',
    });
  });

  it('ends only the parts that were abolished', () => {
    const facts = acted({ kind: 'partly_repeals', ...by, targetPath: { dieu: '5', khoan: '2' } });
    expect(effectivityOn(facts, { dieu: '5', khoan: '2', diem: 'a' }, '2026-10-01').status).toBe('expired');
    expect(effectivityOn(facts, { dieu: '5' }, '2026-10-01').status).toBe('partly_expired');
    expect(effectivityOn(facts, { dieu: '5', khoan: '1' }, '2026-10-01').status).toBe('in_force');
    expect(effectivityOn(facts, { dieu: '6' }, '2026-10-01').status).toBe('in_force');
    expect(effectivityOn(facts, {}, '2026-10-01').status).toBe('partly_expired');
  });

  it('warns of an amended article and leaves the others alone', () => {
    const facts = acted({ kind: 'amends', ...by }, { kind: 'amends', ...by, targetPath: { dieu: '5' } });
    expect(effectivityOn(facts, { dieu: '5', khoan: '1' }, '2026-10-01')).toMatchObject({
      status: 'partly_expired',
      note: 'Điều 5 đã được sửa đổi, bổ sung bởi 300/2026/NĐ-CP từ ngày 01/09/2026.',
    });
    expect(effectivityOn(facts, { dieu: '6' }, '2026-10-01')).toEqual({
      status: 'in_force',
      from: '2025-07-01',
    });
  });

  it('asks to compare when a document was amended without a word on where', () => {
    expect(effectivityOn(acted({ kind: 'amends', ...by }), { dieu: '6' }, '2026-10-01').note).toContain(
      '300/2026/NĐ-CP',
    );
  });

  it('does not take the article of an annex for the one of the body', () => {
    const facts = acted({ kind: 'partly_repeals', ...by, targetPath: { dieu: '5' } });
    expect(effectivityOn(facts, { phuLuc: 'Quy chế', dieu: '5' }, '2026-10-01').status).toBe('in_force');
  });

  it('is suspended, and unknown when the acting text has no day', () => {
    expect(effectivityOn(acted({ kind: 'suspends', ...by }), {}, '2026-10-01').status).toBe('suspended');
    expect(
      effectivityOn(acted({ kind: 'replaces', byNumber: '300/2026/NĐ-CP' }), {}, '2026-10-01').status,
    ).toBe('unknown');
  });

  it('does not know where no beginning was read, but an administrative document counts from its day', () => {
    expect(effectivityOn({ number: '08/2025/TT-BTC', date: '2025-02-01' }, {}, '2026-01-01').status).toBe(
      'unknown',
    );
    expect(effectivityOn({ number: '08/2025/TT-BTC', date: '2025-02-01' }, {}, '2025-01-01').status).toBe(
      'not_yet',
    );
    expect(effectivityOn({ number: '45/UBND-VP', date: '2025-02-01' }, {}, '2026-01-01').status).toBe(
      'in_force',
    );
  });

  it('leaves what implements an ended text undecided, with the reason', () => {
    const facts = {
      ...DECREE,
      basisEnded: [{ number: '31/2013/QH13', byNumber: '10/2026/QH16', endedOn: '2026-07-01' }],
    };
    expect(effectivityOn(facts, {}, '2026-06-30').status).toBe('in_force');
    expect(effectivityOn(facts, {}, '2026-07-01')).toMatchObject({ status: 'unknown' });
    expect(effectivityOn(facts, {}, '2026-07-01').note).toContain('31/2013/QH13');
  });

  it('serves a summary for days before it was checked, undecided, but for none before what it rests on', () => {
    const summary = { date: '2026-11-23', ownWords: true, notBefore: '2025-07-01' };
    expect(effectivityOn(summary, {}, '2026-12-01').status).toBe('unknown');
    expect(effectivityOn(summary, {}, '2026-10-01')).toMatchObject({
      status: 'unknown',
      note: expect.stringContaining('23/11/2026'),
    });
    expect(effectivityOn(summary, {}, '2025-06-30').status).toBe('not_yet');
  });

  it('reaches an article of what is attached to a decision, not the decision’s own', () => {
    const sentence =
      'Ngưng hiệu lực khoản 3 Điều 4 Quy định về bến đò ban hành kèm theo Quyết định số 61/2025/QĐ-UBND.';
    const targetPath = inAttachment({ dieu: '4', khoan: '3' }, sentence);
    const reach = (path: object) => reachOf({ kind: 'suspends', byNumber: 'x', targetPath }, path);
    expect(reach({ phuLuc: 'Quy định', dieu: '4', khoan: '3' })).toBe('all');
    expect(reach({ phuLuc: 'Quy chế', dieu: '4', khoan: '3' })).toBe('none');
    // Stored without its decision it has no heading above its articles.
    expect(reach({ dieu: '4', khoan: '3' })).toBe('all');
    expect(inAttachment({ dieu: '4' }, 'Bãi bỏ Điều 4 Quyết định số 61/2025/QĐ-UBND.')).toEqual({
      dieu: '4',
    });
  });

  it('says that a part applies to days before its document took effect', () => {
    const facts = {
      ...DECREE,
      effectiveFrom: '2026-05-15',
      parts: [{ path: { dieu: '1' }, from: '2026-01-01', sentence: 'x' }],
    };
    expect(effectivityOn(facts, { dieu: '1' }, '2026-02-01')).toMatchObject({
      status: 'in_force',
      note: expect.stringContaining('áp dụng từ ngày'),
    });
    expect(effectivityOn(facts, { dieu: '2' }, '2026-02-01').status).toBe('not_yet');
  });
});
