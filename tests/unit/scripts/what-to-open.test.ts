import { describe, expect, test } from '@jest/globals';
import type { PublicStatus } from '../../../appservice/contract/status.ts';
import { ringLimits } from '../../../appservice/domain/ringing.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { whatToOpen } from '../../../scripts/start/what-to-open.ts';
import { portsFrom } from '../../../scripts/stack/layout.ts';

const online: PublicStatus = { state: 'online', reason: null, nextOpening: null };
const offline = (reason: PublicStatus['reason'], nextOpening: string | null = null): PublicStatus => ({
  state: 'offline',
  reason,
  nextOpening,
});

function printed(status: PublicStatus, hasDemoCounsellor = false): string {
  const options = {
    hasDemoCounsellor,
    hours: 'real',
    now: null,
    portBase: 29_000,
    elementFolder: null,
    isFresh: false,
    beganAtMs: 0,
  } as const;
  const places = '/clone/.data and /var/lib/helpline';
  return whatToOpen({ options, ports: portsFrom(29_000), people: [], status, dataPlaces: places });
}

describe('what a start prints', () => {
  test('says that nobody is on duty only when the page says so', () => {
    expect(printed(offline('nobody'))).toContain('Nobody is on duty yet');
    expect(printed(online)).not.toContain('Nobody is on duty');
    expect(printed(online)).toContain('Somebody is still on duty since an earlier start');
  });

  test('asks to press the button only where it can be pressed', () => {
    expect(printed(online, true)).toContain('open http://localhost:29000/, press the button');
    const closed = printed(offline('closed', '2027-05-25T15:00:00.000Z'), true);
    expect(closed).not.toContain('press the button of the chat');
    expect(closed).toContain('It opens on Tuesday, 25 May 2027 at 17:00 in Brussels.');
  });

  test('says how long a conversation of an earlier start keeps a counsellor taken', () => {
    const busy = printed({ state: 'busy', reason: null, nextOpening: null });
    expect(busy).toContain('the page says "busy"');
    expect(busy).toContain(`${String(ringLimits.goneMs / minuteMs)} minutes after this start`);
  });

  test('says that something is wrong when the page does', () => {
    expect(printed(offline('fault'), true)).toContain('npm run doctor');
  });

  test('repeats the options that were given where it says how to start again', () => {
    const again = 'npm start -- --hours real --ports 29000 --demo-counsellor';
    expect(printed(online)).toContain(again);
    expect(printed(offline('nobody'))).toContain(again);
  });

  test('says which of the two invitations is for the own desk', () => {
    expect(printed(online)).toContain('is your own desk; the other one is your team');
  });

  test('names buttons in no language, because the chat has that of the browser', () => {
    expect(printed(online, true)).not.toMatch(/Start de chat|Overslaan|Ga verder/);
  });

  test('says where the data lie', () => {
    expect(printed(online)).toContain('stay in /clone/.data and /var/lib/helpline');
  });
});
