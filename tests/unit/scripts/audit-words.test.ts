import { describe, expect, test } from '@jest/globals';
import { auditWords, isWell, readMark } from '../../../scripts/audit/audit-words.ts';

const hash = 'ab'.repeat(32);
const report = {
  count: 12,
  firstAt: Date.UTC(2026, 10, 24),
  lastAt: Date.UTC(2026, 11, 1),
  head: { sequence: 12, hash },
  erasedUntil: 0,
  isMarkErased: false,
  brokenAt: null,
  hands: 'keeper',
} as const;

describe('npm run audit', () => {
  test('says how many lines, of which days, and what to note', () => {
    expect(auditWords(report)).toEqual([
      'OK: 12 lines, from 2026-11-24 to 2026-12-01.',
      `Note this where nobody of the database can write, and give it next time: --noted 12:${hash}`,
    ]);
  });

  test('says so of an empty log', () => {
    expect(auditWords({ ...report, count: 0, firstAt: null, lastAt: null })[0]).toBe('OK: 0 lines.');
  });

  test('names the first line that does not fit, and asks for nothing to be noted', () => {
    const words = auditWords({ ...report, count: 1, brokenAt: 2 });
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^BROKEN at line 2: .* Before it: 1 line, from 2026-11-24/);
  });

  test('says up to where lines were erased', () => {
    expect(auditWords({ ...report, erasedUntil: 7 })[1]).toBe(
      'Lines up to 7 were erased; that they were due nobody can tell here.',
    );
  });

  test('never says OK to a mark that names an erased line, and asks for nothing to be noted', () => {
    const words = auditWords({ ...report, erasedUntil: 7, isMarkErased: true });
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^NOT COMPARED: lines up to 7 were erased, and the noted one with them/);
  });

  test('is well only when nothing is broken and the mark could be compared', () => {
    expect(isWell(report)).toBe(true);
    expect([isWell({ ...report, brokenAt: 2 }), isWell({ ...report, isMarkErased: true })]).toEqual([
      false,
      false,
    ]);
  });

  test('warns where the service could change the log', () => {
    expect(auditWords({ ...report, hands: 'service' }).at(-1)).toMatch(/^warning: .*keep-audit\.sql/);
  });

  test('reads the mark that it printed', () => {
    const mark = auditWords(report)[1]?.split('--noted ')[1] ?? '';
    expect(readMark(mark)).toEqual({ sequence: 12, hash });
  });

  test.each(['', '12', `12:${hash}0`, `x:${hash}`, `-1:${hash}`])('refuses the mark “%s”', (text) => {
    expect(readMark(text)).toBeUndefined();
  });
});
