import { describe, expect, test } from '@jest/globals';
import { codeOf, sdkLogger, type LibraryMessage } from '../../../appservice/adapters/matrix/library-logs.ts';

const failure = (more: object): Error =>
  Object.assign(new TypeError('@lotte:localhost said something'), more);

describe('what is kept of a library’s message', () => {
  test.each([
    ['an errcode', [failure({ errcode: 'M_FORBIDDEN' })], 'M_FORBIDDEN'],
    ['a system error', [failure({ code: 'ECONNREFUSED' })], 'ECONNREFUSED'],
    ['the class of an error', ['went wrong', failure({})], 'TypeError'],
    ['nothing of a text', ['M_FORBIDDEN for @lotte:localhost'], 'none'],
    ['nothing of a person', [{ name: 'Lotte', code: 'Lotte' }], 'none'],
    [
      'nothing of an errcode with words in it',
      [failure({ errcode: 'M_@lotte:localhost', name: 'x' })],
      'none',
    ],
  ])('is %s', (_what, parts, code) => {
    expect(codeOf(parts)).toBe(code);
  });

  test('is its level and code; below a warning it is nothing', () => {
    const seen: LibraryMessage[] = [];
    const logger = sdkLogger((message) => seen.push(message)).getChild('[!room:localhost]');
    logger.debug('key AbC');
    logger.info('key AbC');
    logger.warn('key AbC');
    logger.error('key AbC', failure({ errcode: 'M_UNKNOWN' }));
    expect(seen).toEqual([{ library: 'matrix-js-sdk', level: 'error', code: 'M_UNKNOWN' }]);
  });
});
