import { expect, test } from '@jest/globals';
import type { Bridge } from 'matrix-appservice-bridge';
import { bridgeRequests } from '../../../appservice/adapters/matrix/bridge-requests.ts';
import { userId } from '../../support/parsed.ts';

const requestsThatFailWith = (failure: object) => {
  const matrixClient = { doRequest: () => Promise.reject(Object.assign(new Error('failed'), failure)) };
  // Of the library's class only this much is used; it cannot be made without a registration file.
  const bridge = { getIntent: () => ({ matrixClient }) } as unknown as Bridge;
  return bridgeRequests(bridge, userId('@1712:localhost'));
};

test.each<[string, object, string]>([
  ['a refusal', { errcode: 'M_FORBIDDEN', statusCode: 403 }, 'M_FORBIDDEN'],
  ['a refusal of a busy server', { errcode: 'M_LIMIT_EXCEEDED', statusCode: 429 }, 'M_LIMIT_EXCEEDED'],
  ['a port where nothing listens', { code: 'ECONNREFUSED' }, 'unreachable'],
  ['a proxy that reaches nobody', { statusCode: 502 }, 'unreachable'],
  ['a homeserver that says nothing', { code: 'ESOCKETTIMEDOUT' }, 'timeout'],
  [
    'a mistake of ours',
    Object.assign(new TypeError('url'), { code: 'ERR_INVALID_URL' }),
    'unexpected-answer',
  ],
  ['an answer that is none', { statusCode: 500 }, 'unexpected-answer'],
])('%s is told by a code of its own', async (_what, failure, code) => {
  const asked = requestsThatFailWith(failure).send({ method: 'GET', path: '/_matrix/client/versions' });
  await expect(asked).rejects.toMatchObject({ code });
});
