import { describe, expect, test } from '@jest/globals';
import { isCodeOf, sessionCode } from '../../../appservice/domain/session-code.ts';

const key = 'k3Fd9aLmQx2TofAn';

describe('the code of a session', () => {
  test('is the beginning of its key, in groups of four', () => {
    expect(sessionCode(key)).toBe('k3Fd 9aLm Qx2T');
  });

  test.each(['k3Fd 9aLm Qx2T', 'k3fd9almqx2t', 'K3FD 9ALM QX2T'])('is recognised as %s', (typed) => {
    expect(isCodeOf(typed, key)).toBe(true);
  });

  test.each(['', 'k3Fd', 'k3Fd 9aLm Qx2', 'k3Fd 9aLm Qx2To', 'k3Fd 9aLm Qx2U'])('is not %j', (typed) => {
    expect(isCodeOf(typed, key)).toBe(false);
  });
});
