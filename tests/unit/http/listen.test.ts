import { expect, test } from '@jest/globals';
import { listen } from '../../../appservice/adapters/http/listen.ts';
import { keptConnection } from '../../support/kept-connection.ts';

const patience = { headersMs: 10_000, requestMs: 30_000, lookEveryMs: 2_000 };

async function open(graceMs: number) {
  const { handler, answer, ask } = keptConnection();
  const listener = await listen(handler, { host: '127.0.0.1', port: 0 }, { ...patience, graceMs });
  return { listener, answer, client: await ask(listener.port) };
}

test('closes once the last running answer is out, though its connection would be kept', async () => {
  const { listener, answer, client } = await open(60_000);
  const closed = listener.close();
  answer();
  expect(await client.status()).toBe(200);
  await closed;
  client.hangUp();
}, 5_000);

test('closes although a request is never answered', async () => {
  const { listener, client } = await open(50);
  const refused = expect(client.status()).rejects.toMatchObject({ code: 'ECONNRESET' });
  await listener.close();
  await refused;
  client.hangUp();
});
