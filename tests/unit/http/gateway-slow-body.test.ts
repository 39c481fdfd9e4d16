import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { CallerSession } from '../../../appservice/ports/caller-sessions.ts';
import { must, userId } from '../../support/parsed.ts';
import { own } from './gateway-samples.ts';
import { authorization, until, useGateway } from './gateway-scene.ts';

const { world, upstream } = useGateway();
const colleague = '@bram:localhost';

/** Asks with a body of which the rest comes only after the session has become another. */
async function askSlowly(
  path: string,
  { pieces, then }: { readonly pieces: readonly [string, string]; readonly then: CallerSession | undefined },
): Promise<number> {
  const before = { ...must(world().session.now, 'the session'), invitee: userId(colleague) };
  let looks = 0;
  Object.defineProperty(world().session, 'now', {
    configurable: true,
    get: () => ((looks += 1) === 1 ? before : then),
  });
  try {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port: world().port,
      method: 'POST',
      path,
      headers: { authorization },
      agent: false,
    });
    outgoing.write(pieces[0]);
    await until(() => looks === 1);
    outgoing.end(pieces[1]);
    const [response] = (await once(outgoing, 'response')) as [{ statusCode: number }];
    outgoing.destroy();
    return response.statusCode;
  } finally {
    Object.defineProperty(world().session, 'now', { configurable: true, writable: true, value: before });
  }
}

const withNobody = () => ({ ...must(world().session.now, 'the session'), invitee: null });
const invitation = [`{"user_id":`, `"${colleague}"}`] as const;

test('an invitation whose body is held back until the caller said no goes nowhere', async () => {
  expect(await askSlowly(`${own}/invite`, { pieces: invitation, then: withNobody() })).toBe(403);
  expect(upstream()).toEqual([]);
});

test('an upload whose bytes are held back until the caller said no goes nowhere', async () => {
  const pieces = ['some', 'bytes'] as const;
  expect(await askSlowly('/_matrix/media/v3/upload', { pieces, then: withNobody() })).toBe(403);
  expect(upstream()).toEqual([]);
});

test('a body that is held back until the conversation is over goes nowhere', async () => {
  expect(await askSlowly(`${own}/invite`, { pieces: invitation, then: undefined })).toBe(401);
  expect(upstream()).toEqual([]);
});
