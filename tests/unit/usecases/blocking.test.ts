import { describe, expect, test } from '@jest/globals';
import { blockMs } from '../../../appservice/domain/blocking.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { endBlocks } from '../../../appservice/usecases/end-blocks.ts';
import { resumeConversation } from '../../../appservice/usecases/resume-conversation.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import {
  helplineWorld,
  joinedBy,
  tuesdayAtFive,
  type HelplineWorld,
} from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina, stranger } = people;

/** An talks with a caller in conversation 1001. */
async function talking() {
  const world = await helplineWorld();
  const started = await joinedBy(an, world);
  await world.say(an, started.roomId);
  return { world, started };
}

/** An has blocked the caller of conversation 1001. */
async function blocked() {
  const { world, started } = await talking();
  await world.command(an, '!blokkeer seksueel getinte berichten');
  return { world, started };
}

const start = (world: HelplineWorld, resumeToken: string | null) =>
  startConversation(world, world.request({ resumeToken, address: '198.51.100.1' }));

/** What the desk said about blocks in a room, as it stands now. */
const said = (world: HelplineWorld, owner: string) =>
  world.shown(owner).flatMap((each) => (each.kind === 'blocking' ? [each.message] : []));

describe('blocking a caller', () => {
  test('ends the conversation and blocks the browser for eight hours, in one step', async () => {
    const { world, started } = await blocked();
    expect(world.conversation(started.conversationId).phase).toMatchObject({ name: 'ended', by: 'blocked' });
    expect(world.database.tables.blocks).toMatchObject([
      { caseNumber: '1001', by: an, teamId: 'limburg', from: tuesdayAtFive, until: tuesdayAtFive + blockMs },
    ]);
    expect(world.roomsOf(an, 'join')).toEqual([]);
    expect(world.eventLog.events).toContainEqual({ event: 'conversation.ended', code: 'blocked' });
  });

  test('shows the caller that it is over, and why only to their browser', async () => {
    const { world, started } = await blocked();
    const view = await viewConversation(world, started.conversationId);
    expect(view).toMatchObject({ phase: 'ended', endedBy: 'blocked', counsellor: null });
  });

  test('keeps the browser out until the last instant, and lets it in after', async () => {
    const { world, started } = await blocked();
    const refused = { ok: false, problem: { code: 'blocked' } };
    world.clock.elapse(blockMs - 1);
    expect(await start(world, started.resumeToken)).toEqual(refused);
    world.clock.elapse(1);
    expect(await start(world, started.resumeToken)).toMatchObject({ ok: true });
  });

  test('keeps the page that was blocked out of its own conversation', async () => {
    const { world, started } = await blocked();
    const { resumeToken } = started;
    const resumed = await resumeConversation(world, { resumeToken, requestSecret: 'another' });
    expect(resumed).toEqual({ ok: false, problem: { code: 'blocked' } });
  });

  test('lets others in', async () => {
    const { world } = await blocked();
    expect(await start(world, null)).toMatchObject({ ok: true });
  });

  test('is audited with the reason', async () => {
    const { world, started } = await blocked();
    const { conversationId } = started;
    const entries = await world.unitOfWork.read(({ audit }) => audit.about(conversationId));
    expect(entries).toContainEqual({
      at: tuesdayAtFive,
      act: 'caller-blocked',
      who: an,
      conversationId,
      subject: 'limburg',
      reason: 'seksueel getinte berichten',
    });
  });

  test('is told to the own team with who and whom, and to others without', async () => {
    const { world } = await blocked();
    const card = { code: 'team-block', until: tuesdayAtFive + blockMs, state: { name: 'holds' } };
    expect(said(world, 'limburg')).toEqual([{ ...card, about: { caseNumber: '1001', who: 'An' } }]);
    expect(said(world, 'antwerpen')).toEqual([{ ...card, about: null }]);
  });

  test('puts the reason into no desk room', async () => {
    const { world } = await blocked();
    expect(JSON.stringify(world.deskDevice.entries)).not.toContain('seksueel');
  });

  test('is refused to a colleague, in whatever team, and changes nothing', async () => {
    const { world, started } = await talking();
    for (const colleague of [bert, chris]) {
      expect(await world.command(colleague, '!blokkeer 1001 ruzie')).toMatchObject({
        message: { code: 'not-yours-to-block', caseNumber: '1001' },
      });
    }
    expect(world.conversation(started.conversationId).phase.name).toBe('talking');
    expect(world.database.tables.blocks).toEqual([]);
  });

  test('is open to a coordinator, for the team that has the conversation, whose counsellor is told', async () => {
    const { world } = await talking();
    await world.command(dina, '!blokkeer 1001 bedreigingen');
    expect(world.database.tables.blocks).toMatchObject([{ by: dina, teamId: 'limburg' }]);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'conversation-ended', by: 'blocked' });
  });

  test('of a conversation that nobody has yet takes it out of the pool', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.command(dina, '!blokkeer 1001 spam');
    expect(world.card(an)).toBe('withdrawn');
  });

  test('is of no use to a stranger', async () => {
    const { world, started } = await talking();
    world.write(stranger, '!blokkeer 1001 ha', world.deskRoom(an));
    await world.settle();
    expect(world.conversation(started.conversationId).phase.name).toBe('talking');
  });

  test('twice, or by two people at once, makes one block and answers both', async () => {
    const { world } = await talking();
    world.write(an, '!blokkeer spam');
    world.write(dina, '!blokkeer 1001 spam');
    await world.settle();
    expect(world.database.tables.blocks).toHaveLength(1);
    expect(said(world, an)).toMatchObject([{ code: 'blocked' }]);
    expect(said(world, dina)).toMatchObject([{ code: 'already-blocked', until: tuesdayAtFive + blockMs }]);
  });

  test('of what has just ended, at once with the block, blocks the line that it came from', async () => {
    const { world } = await talking();
    world.write(an, '!einde');
    world.write(dina, '!blokkeer 1001 spam');
    await world.settle();
    expect(said(world, dina)).toMatchObject([{ code: 'blocked', hasDevice: false, line: 'blocked' }]);
  });
});

describe('blocking after the end', () => {
  const after = async (ageMs: number, who = an) => {
    const { world } = await talking();
    await world.command(an, '!einde');
    world.clock.elapse(ageMs);
    await world.command(who, '!blokkeer 1001 spam');
    return { message: said(world, who).at(-1), blocks: world.database.tables.blocks, world };
  };

  test('works until five minutes later for whoever had it, and blocks the line', async () => {
    const { message, world } = await after(5 * minuteMs - 1);
    expect(message).toMatchObject({ code: 'blocked', hasDevice: false, line: 'blocked' });
    const from = world.request({ address: '203.0.113.7' });
    expect(await startConversation(world, from)).toMatchObject({ problem: { code: 'blocked' } });
  });

  test('is refused later, and to colleagues; nothing is blocked', async () => {
    const late = await after(5 * minuteMs);
    const strange = await after(0, bert);
    expect([late.message, strange.message]).toMatchObject([
      { code: 'too-late-to-block' },
      { code: 'not-yours-to-block' },
    ]);
    expect([late.blocks, strange.blocks]).toEqual([[], []]);
  });

  test('of a caller of whom nothing is known any more is refused, and says so', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    world.database.tables = { ...world.database.tables, recognitions: [] };
    await endConversation(world, { conversationId, by: 'caller' });
    expect(await world.command(dina, '!blokkeer 1001 spam')).toMatchObject({
      message: { code: 'nothing-known' },
    });
  });

  test('again, while the block holds, changes nothing and says until when', async () => {
    const { world } = await blocked();
    await world.command(an, '!blokkeer 1001 spam');
    expect(said(world, an).at(-1)).toMatchObject({ code: 'already-blocked' });
    expect(world.database.tables.blocks).toHaveLength(1);
  });
});

describe('lifting a block', () => {
  test('by a colleague of the team lets the caller in, is audited, and is told to all teams', async () => {
    const { world, started } = await blocked();
    expect(await world.command(bert, '!vrij')).toMatchObject({ message: { code: 'block-lifted' } });
    expect(await start(world, started.resumeToken)).toMatchObject({ ok: true });
    expect(said(world, 'limburg')).toMatchObject([{ state: { name: 'lifted', who: 'Bert' } }]);
    expect(said(world, 'antwerpen')).toMatchObject([{ about: null, state: { name: 'lifted' } }]);
    const entries = await world.unitOfWork.read(({ audit }) => audit.about(started.conversationId));
    expect(entries.at(-1)).toMatchObject({ act: 'block-lifted', who: bert });
  });

  test('is refused to another team, and open to a coordinator', async () => {
    const { world } = await blocked();
    expect(await world.command(chris, '!vrij 1001')).toMatchObject({
      message: { code: 'block-of-other-team' },
    });
    expect(await world.command(dina, '!vrij 1001')).toMatchObject({ message: { code: 'block-lifted' } });
  });

  test('twice at once lifts it once, and answers both', async () => {
    const { world } = await blocked();
    world.write(an, '!vrij 1001');
    world.write(bert, '!vrij 1001');
    await world.settle();
    expect(said(world, an).at(-1)).toMatchObject({ code: 'block-lifted' });
    expect(said(world, bert)).toMatchObject([{ code: 'no-block', caseNumber: '1001' }]);
  });
});

describe('a block whose time is over', () => {
  test('is put away, and the teams’ cards say so', async () => {
    const { world } = await blocked();
    world.clock.elapse(blockMs - minuteMs);
    await endBlocks(world);
    expect(world.database.tables.blocks).toHaveLength(1);
    world.clock.elapse(minuteMs);
    await endBlocks(world);
    await world.settle();
    expect(world.database.tables.blocks).toEqual([]);
    expect(said(world, 'limburg')).toMatchObject([{ state: { name: 'over' } }]);
  });
});
