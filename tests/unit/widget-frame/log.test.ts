import { describe, expect, it } from '@jest/globals';
import { markSent, sayInLog, type CallerEntry, type Log } from '../../../widget/frame/state/log.ts';

const own: Omit<CallerEntry, 'id'> = {
  kind: 'caller',
  atMs: null,
  body: 'Hallo',
  mark: 'held',
  eventId: null,
};

describe('the lines of a log', () => {
  it('have each an id of their own, also after a word that stood there twice after a reload', () => {
    const before: Log = [
      { ...own, id: 'earlier-$1', mark: 'sent', eventId: '$1' },
      { ...own, id: 'waiting-1' },
    ];
    const once = markSent(sayInLog(before, 'resumed'), 'waiting-1', '$1');
    const ids = sayInLog(once, 'secured').map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });
});
