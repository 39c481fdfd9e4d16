import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** One request as the recorder in the homeserver's place got it. */
export type Recorded = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
};

/** How the recorder answers: a status with JSON, or never. */
type Reply =
  { readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | 'silence';

/** Stands in the homeserver's place and writes down what reaches it. */
export async function startRecorder() {
  const requests: Recorded[] = [];
  const reply: { now: Reply } = { now: { status: 200, body: '{}' } };
  let cutOff = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('close', () => {
      if (!response.writableFinished) cutOff += 1;
    });
    request.once('end', () => {
      const { method = '', url = '', headers } = request;
      const bytes = Buffer.concat(chunks);
      requests.push({ method, url, headers, body: bytes.toString(), bytes });
      if (reply.now === 'silence') return;
      response.writeHead(reply.now.status, { 'content-type': 'application/json', ...reply.now.headers });
      response.end(reply.now.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    reply,
    cutOff: () => cutOff,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
