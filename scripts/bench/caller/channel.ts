import type { Socket } from 'node:net';

/** One direction of a line: what all connections send into it leaves it one after the other, later and slower. */
export type Channel = {
  /** Bytes that have gone in. */
  readonly bytes: () => number;
  /** Joins one end of a connection to the other end of it, in this direction. */
  readonly carry: (from: Socket, to: Socket) => void;
};

/** What one connection may have on its way: about what a line of this kind holds (bandwidth times delay). */
const windowBytes = 32_768;

/** Connections share the line in pieces of about one packet. */
const pieceBytes = 1_400;

/** Makes a direction of so many bits per second, and so long a way. */
export function createChannel(bitsPerSecond: number, delayMs: number): Channel {
  let bytes = 0;
  let freeAtMs = 0;
  const arrivesIn = (size: number): number => {
    const nowMs = performance.now();
    freeAtMs = Math.max(nowMs, freeAtMs) + (size * 8_000) / bitsPerSecond;
    return freeAtMs + delayMs - nowMs;
  };
  return {
    bytes: () => bytes,
    carry: (from, to) => {
      let underWay = 0;
      from.on('data', (chunk: Buffer) => {
        for (let start = 0; start < chunk.length; start += pieceBytes) {
          const piece = chunk.subarray(start, start + pieceBytes);
          bytes += piece.length;
          underWay += piece.length;
          setTimeout(() => {
            underWay -= piece.length;
            if (!to.destroyed) to.write(piece);
            if (underWay < windowBytes) from.resume();
          }, arrivesIn(piece.length));
        }
        if (underWay >= windowBytes) from.pause();
      });
      from.once('close', () => {
        setTimeout(() => {
          to.destroySoon();
        }, arrivesIn(0));
      });
    },
  };
}
