import { setTimeout as pause } from 'node:timers/promises';
import { parsePublicStatus, type PublicStatus, unknownStatus } from '../../appservice/contract/status.ts';
import { loopback } from '../stack/ports.ts';

/**
 * What the page says now. With a counsellor who has just gone on duty the news of it is waited for, at most two seconds,
 * because the status follows a moment later.
 */
export async function readStatus(publicPort: number, isSomebodyOnDuty: boolean): Promise<PublicStatus> {
  const url = `http://${loopback}:${String(publicPort)}/api/status`;
  for (let waitedMs = 0; ; waitedMs += 100) {
    const status = await ask(url);
    if (!isSomebodyOnDuty || status.reason !== 'nobody' || waitedMs >= 2_000) return status;
    await pause(100);
  }
}

async function ask(url: string): Promise<PublicStatus> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return parsePublicStatus(await answer.json());
  } catch {
    return unknownStatus;
  }
}
