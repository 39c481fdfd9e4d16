import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { eventually } from '../ports/eventually.ts';

/**
 * A handler that answers when it is told to, and a client that keeps its connection afterwards, as browsers and
 * homeservers do. `ask` resolves when the question has come in.
 */
export function keptConnection() {
  const waiting: ServerResponse[] = [];
  return {
    handler: (_request: unknown, response: ServerResponse): void => {
      waiting.push(response);
    },
    answer: (): void => {
      waiting[0]?.end('well');
    },
    ask: async (port: number) => {
      const agent = new Agent({ keepAlive: true });
      const request = get({ port, host: '127.0.0.1', agent });
      const answered = once(request, 'response') as Promise<[IncomingMessage]>;
      await eventually(() => waiting.length === 1);
      return {
        /** The whole answer; rejects when the connection breaks before. */
        status: async (): Promise<number | undefined> => {
          const [response] = await answered;
          await once(response.resume(), 'end');
          return response.statusCode;
        },
        hangUp: (): void => {
          agent.destroy();
        },
      };
    },
  };
}
