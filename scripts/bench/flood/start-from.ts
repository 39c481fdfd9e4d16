import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import {
  parseStartedConversation,
  type StartRequest,
  type StartedConversation,
} from '../../../appservice/contract/conversation.ts';
import { nowMs } from '../now.ts';

/** What became of a press of the button. */
export type Press = {
  readonly tookMs: number;
  readonly status: number;
  /** Undefined when it was refused. */
  readonly started: StartedConversation | undefined;
};

/** Starts a conversation from an address of this machine; Linux gives a process all of 127.0.0.0/8. */
export async function startFrom(port: number, address: string): Promise<Press> {
  const body: StartRequest = {
    requestSecret: randomBytes(32).toString('base64url'),
    province: null,
    nickname: null,
    language: 'nl',
    noticeVersion: '1',
  };
  const beganAtMs = nowMs();
  const { status, text } = await post({ port, address, path: '/api/conversations', body });
  const started = status === 201 ? parseStartedConversation(JSON.parse(text)) : undefined;
  return { tookMs: nowMs() - beganAtMs, status, started };
}

/** Ends it again, so that its counsellor is free for the next one. */
export async function endFrom(port: number, address: string, { bearer }: StartedConversation): Promise<void> {
  await post({ port, address, path: '/api/conversations/current/end', body: {}, bearer });
}

type Posted = {
  readonly port: number;
  readonly address: string;
  readonly path: string;
  readonly body: object;
  readonly bearer?: string;
};

function post({ port, address, path, body, bearer }: Posted): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        localAddress: address,
        method: 'POST',
        path,
        agent: false,
        headers: {
          'content-type': 'application/json',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() });
        });
        response.once('error', reject);
      },
    );
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}
