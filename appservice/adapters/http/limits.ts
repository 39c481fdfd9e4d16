import { BurstyRateLimiter, RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../../ports/clock.ts';
import { consumed, type Consumer } from './counted.ts';
import { createUnreadyStarts, type UnreadyStarts } from './unready-starts.ts';

/** How much one address or one conversation may ask (S27); the section `limits` of the configuration. */
export type HttpLimits = {
  readonly startsPerMinutePerAddress: number;
  /** Starts that hold a slot and whose browser has not said yet that it can read. */
  readonly unreadyStartsPerAddress: number;
  /** Status streams opened; `GET /api/status` itself is answered from memory and costs less than counting. */
  readonly statusPerMinutePerAddress: number;
  /** Status streams open at the same time. */
  readonly statusStreamsPerAddress: number;
  readonly requestsPerMinutePerConversation: number;
  readonly messagesPerMinutePerConversation: number;
  /** Messages in one go. */
  readonly messageBurstPerConversation: number;
};

/** Requests per minute from one address with or without a bearer: a school with a hundred conversations stays below. */
const requestsPerMinutePerAddress = 60_000;

/** Fault reports per minute from one address; each is read by people (R32). */
const faultReportsPerMinutePerAddress = 5;

/** Fault reports per hour from everywhere: more nobody reads, and a flood of many addresses would bury the desk of every coordinator. */
const faultReportsPerHour = 60;

/** Key claims and to-device messages of one conversation per minute; a start takes three, each trial after an outage two. */
const keyRequestsPerMinute = 60;

/** Each conversation ends with the key, its feedback, and perhaps one of the two again. */
const feedbackRequestsPerStart = 3;

/** Bundles of room keys that one conversation may upload in ten minutes: one for each colleague, and again after an outage. */
const uploadsPerTenMinutes = 8;

/** Lines for the desk in one conversation of which its counsellors are told, in an hour. */
const misplacedPerHour = 10;

/** Long polls that one browser may hold at a time; it needs two (sync and view), and two more while it reconnects. */
const longPollsPerConversation = 4;

/** Counts one request; rejects with `M_LIMIT_EXCEEDED` and the time to wait when there were too many. */
type Counter = (key: string) => Promise<void>;

/** Reserves one of a few places; undefined when all are taken. The answer gives it back. */
type Places = (key: string) => (() => void) | undefined;

/** The limits, in memory of this process. */
export type Limiters = {
  readonly start: Counter;
  readonly unreadyStarts: UnreadyStarts;
  /** Quick exits that may write a row: nobody has proved anything. */
  readonly leave: Counter;
  /** Fault reports, of which each writes a row and speaks to people. */
  readonly faultReport: Counter;
  readonly status: Counter;
  /** Requests about feedback without a bearer: one may have a pair of keys made, the other checks a signature. */
  readonly feedback: Counter;
  readonly address: Counter;
  readonly conversation: Counter;
  readonly message: Counter;
  /** One-time keys claimed and messages to devices, per conversation: both use up what belongs to the counsellor. */
  readonly keys: Counter;
  /** Ciphertext that the homeserver keeps, per conversation. */
  readonly upload: Counter;
  /** What a conversation tells of lines that were meant for the desk. */
  readonly misplaced: Counter;
  readonly statusStreams: Places;
  readonly longPolls: Places;
};

/** Makes the limiters. */
export function createLimiters(limits: HttpLimits, clock: Clock): Limiters {
  const perMinute = (points: number) => counter(new RateLimiterMemory({ points, duration: 60 }));
  return {
    start: perMinute(limits.startsPerMinutePerAddress),
    unreadyStarts: createUnreadyStarts(limits.unreadyStartsPerAddress, clock),
    leave: perMinute(limits.startsPerMinutePerAddress),
    faultReport: faultReportCounter(perMinute(faultReportsPerMinutePerAddress)),
    status: perMinute(limits.statusPerMinutePerAddress),
    feedback: perMinute(feedbackRequestsPerStart * limits.startsPerMinutePerAddress),
    address: perMinute(requestsPerMinutePerAddress),
    conversation: perMinute(limits.requestsPerMinutePerConversation),
    message: messageCounter(limits),
    keys: perMinute(keyRequestsPerMinute),
    upload: counter(new RateLimiterMemory({ points: uploadsPerTenMinutes, duration: 600 })),
    misplaced: counter(new RateLimiterMemory({ points: misplacedPerHour, duration: 3_600 })),
    statusStreams: places(limits.statusStreamsPerAddress),
    longPolls: places(longPollsPerConversation),
  };
}

/** What one address has too many of counts for nobody else. */
function faultReportCounter(ofAddress: Counter): Counter {
  const ofAll = counter(new RateLimiterMemory({ points: faultReportsPerHour, duration: 3_600 }));
  return async (key) => {
    await ofAddress(key);
    await ofAll('all');
  };
}

/** An even pace with what one may write ahead of it, regained in twenty seconds; and never more in a minute than is set. */
function messageCounter(limits: HttpLimits): Counter {
  const perMinute = limits.messagesPerMinutePerConversation;
  const perSecond = Math.ceil(perMinute / 60);
  const ahead = Math.max(0, limits.messageBurstPerConversation - perSecond);
  const pace = counter(
    new BurstyRateLimiter(
      new RateLimiterMemory({ keyPrefix: 'pace', points: perSecond, duration: 1 }),
      new RateLimiterMemory({ keyPrefix: 'ahead', points: ahead, duration: 20 }),
    ),
  );
  const minute = counter(new RateLimiterMemory({ points: perMinute, duration: 60 }));
  return async (key) => {
    await pace(key);
    await minute(key);
  };
}

function counter(limiter: Consumer): Counter {
  return (key) => consumed(limiter, key);
}

function places(most: number): Places {
  const taken = new Map<string, number>();
  return (key) => {
    const count = taken.get(key) ?? 0;
    if (count >= most) return undefined;
    taken.set(key, count + 1);
    return () => {
      const left = (taken.get(key) ?? 1) - 1;
      if (left > 0) taken.set(key, left);
      else taken.delete(key);
    };
  };
}
