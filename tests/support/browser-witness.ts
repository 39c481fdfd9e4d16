import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as it left the browser. */
export type WitnessedRequest = {
  readonly method: string;
  readonly url: string;
  /** Everything that was sent after the headers. */
  readonly body: string;
};

/** A proxy that writes down all that a browser sends, by whatever means: fetch, beacon, worker, navigation. */
export interface Witness {
  readonly address: string;
  readonly requests: readonly WitnessedRequest[];
  stop(): void;
}

/** Starts a witness; it passes everything on unchanged, and knows no way to other machines (`CONNECT` is refused). */
export async function startWitness(): Promise<Witness> {
  const requests: WitnessedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const { method = '', url = '' } = request;
      const body = Buffer.concat(chunks);
      requests.push({ method, url, body: body.toString() });
      passOn(request, response, body);
    });
  });
  server.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', url: request.url ?? '', body: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${String(port)}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const { method = 'GET', headers } = request;
  const onward = httpRequest(new URL(request.url ?? ''), { method, headers, agent: false });
  onward.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  // What was sent arrives, also when the page has gone meanwhile; an answer that nobody waits for is given up.
  if (method === 'GET') response.once('close', () => onward.destroy());
  onward.end(body);
}
