import type { RequestHandler } from 'express';
import type { Clock } from '../../ports/clock.ts';

/**
 * Gives an answer the `Date` of the service's own clock (RFC 9110, 6.6.1), by which the frame puts a device right whose clock is
 * wrong by a day. It is set when the request comes; a long poll's is at most as old as the poll was long.
 */
export function serviceDate(clock: Clock): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('date', new Date(clock.now()).toUTCString());
    next();
  };
}
