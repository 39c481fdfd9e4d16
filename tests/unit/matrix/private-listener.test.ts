import { expect, test } from '@jest/globals';
import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { PrivateListener } from '../../../appservice/adapters/matrix/private-listener.ts';
import { eventually } from '../../ports/eventually.ts';

/** Node keeps a connection six seconds after its last answer; whoever stops the service does not wait for that. */
const limitMs = 4_000;

/** A listener whose one route answers when it is told to, and a client that keeps its connection. */
async function open() {
  const waiting: (() => void)[] = [];
  const listener = new PrivateListener({
    hsToken: 'hs-token',
    receive: () => Promise.resolve(),
    isAhead: () => false,
    onAnswered: () => undefined,
    routes: (_request, response) => {
      waiting.push(() => response.send('well'));
    },
  });
  await listener.listen(0, '127.0.0.1', 10);
  const agent = new Agent({ keepAlive: true });
  const request = get({ port: listener.port, host: '127.0.0.1', agent });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  await eventually(() => waiting.length === 1);
  return { listener, agent, request, answered, answer: () => waiting[0]?.() };
}

test(
  'closes once the last running answer is out, though its connection would be kept',
  async () => {
    const { listener, agent, answered, answer } = await open();
    const closed = listener.close();
    answer();
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    await once(response.resume(), 'end');
    await closed;
    agent.destroy();
  },
  limitMs,
);

test(
  'closes although a request is never answered',
  async () => {
    const { listener, agent, answered } = await open();
    const refused = expect(answered).rejects.toMatchObject({ code: 'ECONNRESET' });
    await listener.close();
    await refused;
    agent.destroy();
  },
  limitMs,
);
