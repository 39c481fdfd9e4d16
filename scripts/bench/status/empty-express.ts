/** An Express app with one route that answers nothing: what a request costs at least. Tells its port as a line of JSON. */
import express from 'express';

const app = express();
app.get('/empty', (_request, response) => {
  response.end();
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
process.stdin.resume();
process.stdin.once('close', () => {
  process.exit(0);
});
