import { expect, test } from '@jest/globals';
import { PrivateListener } from '../../../appservice/adapters/matrix/private-listener.ts';
import { keptConnection } from '../../support/kept-connection.ts';

/** Node keeps a connection six seconds after its last answer; whoever stops the service does not wait for that. */
const limitMs = 4_000;

async function open() {
  const { handler, answer, ask } = keptConnection();
  const listener = new PrivateListener({
    hsToken: 'hs-token',
    receive: () => Promise.resolve(),
    isAhead: () => false,
    onAnswered: () => undefined,
    routes: handler,
  });
  await listener.listen(0, '127.0.0.1', 10);
  return { listener, answer, client: await ask(listener.port) };
}

test(
  'closes once the last running answer is out, though its connection would be kept',
  async () => {
    const { listener, answer, client } = await open();
    const closed = listener.close();
    answer();
    expect(await client.status()).toBe(200);
    await closed;
    client.hangUp();
  },
  limitMs,
);

test('closes although a request is never answered', async () => {
  const { listener, client } = await open();
  const refused = expect(client.status()).rejects.toMatchObject({ code: 'ECONNRESET' });
  await listener.close();
  await refused;
  client.hangUp();
});
