import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchError } from '../bench-error.ts';
import { nowMs } from '../now.ts';

/** Enough that the server never waits for the next request. */
const connectionCount = 32;

/** Where the requests go. */
export type Target = { readonly port: number; readonly path: string };

/** What a server answered. */
export type Answered = {
  readonly perSecond: number;
  /** All of them, those before the clock ran included. */
  readonly count: number;
};

/**
 * How many requests a server answers in a second. The requests are written as bytes and the answers counted by their length
 * (every answer of such a route is as long as the first), so that the one who asks costs next to nothing.
 */
export async function requestsPerSecond(target: Target, durationMs: number): Promise<Answered> {
  const answers = { count: 0 };
  const sockets = await Promise.all(
    Array.from({ length: connectionCount }, () => openConnection(target, answers)),
  );
  await pause(150);
  const before = answers.count;
  const beganAtMs = nowMs();
  await pause(durationMs);
  const perSecond = ((answers.count - before) / (nowMs() - beganAtMs)) * 1_000;
  for (const socket of sockets) socket.destroy();
  return { perSecond, count: answers.count };
}

function openConnection(target: Target, answers: { count: number }): Promise<Socket> {
  const request = `GET ${target.path} HTTP/1.1\r\nHost: localhost:${target.port}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(target.port, '127.0.0.1', () => {
      socket.write(request);
      resolve(socket);
    });
    let first = '';
    let answerLength: number | undefined;
    let received = 0;
    socket.on('error', (cause) => {
      reject(new BenchError('no-answer', `Nothing answers on port ${target.port}.`, cause));
    });
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (answerLength === undefined) {
        first += chunk.toString('latin1');
        answerLength = lengthOfAnswer(first);
      }
      if (answerLength === undefined || received < answerLength) return;
      received -= answerLength;
      answers.count += 1;
      socket.write(request);
    });
  });
}

/** Undefined as long as the answer is not complete (RFC 9112, 6: a length, or chunks up to an empty one). */
function lengthOfAnswer(text: string): number | undefined {
  const endOfHead = text.indexOf('\r\n\r\n');
  if (endOfHead === -1) return undefined;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
  if (length !== undefined) return endOfHead + 4 + Number(length);
  return text.endsWith('\r\n0\r\n\r\n') ? text.length : undefined;
}
