import { describe, expect, test } from '@jest/globals';
import { StartError, starting, type StartPart } from '../../../appservice/adapters/system/start-error.ts';

/** What an adapter throws: its own code, and the driver's or the operating system's behind it. */
function failure(code: string, behind?: string): Error {
  const secret = 'postgres://helpline:hunter2@db.example.org/helpline';
  const cause =
    behind === undefined ? new TypeError(secret) : Object.assign(new TypeError(secret), { code: behind });
  return Object.assign(new TypeError(secret, { cause }), { code });
}

const sentenceOf = (part: StartPart, error: unknown) =>
  starting(part, Promise.reject(error as Error)).then(
    () => '',
    (thrown: unknown) => (thrown instanceof StartError ? thrown.message : 'not a StartError'),
  );

describe('a start that fails', () => {
  test.each<[string, StartPart, Error, readonly string[]]>([
    ['nothing listens', 'database', failure('unreachable', 'ECONNREFUSED'), ['database.url', 'ECONNREFUSED']],
    ['the password is wrong', 'database', failure('refused', '28P01'), ['database.passwordFile', '28P01']],
    ['a password is wanted', 'database', failure('unreachable'), ['database.passwordFile', 'unreachable']],
    ['there is no such database', 'database', failure('refused', '3D000'), ['database.url', '3D000']],
    ['the role may not make tables', 'database', failure('refused', '42501'), ['owner', '42501']],
    ['the public port is taken', 'publicListener', failure('EADDRINUSE'), ['listeners.public', 'EADDRINUSE']],
    [
      'the private port is taken',
      'privateListener',
      failure('EADDRINUSE'),
      ['listeners.private', 'EADDRINUSE'],
    ],
    [
      'the address is not ours',
      'publicListener',
      failure('EADDRNOTAVAIL'),
      ['listeners.public.host', 'EADDR'],
    ],
  ])('names the setting to look at when %s, and nothing secret', async (...[, part, error, words]) => {
    const sentence = await sentenceOf(part, error);
    for (const each of words) expect(sentence).toContain(each);
    expect(sentence).not.toMatch(/hunter2|example\.org/);
  });

  test('gives what a part that starts gives', async () => {
    expect(await starting('database', Promise.resolve(5))).toBe(5);
  });
});
