import { counsellorOf } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { UserId } from '../domain/ids.ts';
import { findSnippet, languagesOf, type Snippets } from '../domain/snippets.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer, recordDeskMessage } from './record-desk-message.ts';

/** What `!zin` needs. */
export interface GiveSnippetDependencies extends CommandDependencies {
  readonly snippets: Snippets;
}

/**
 * `!zin [NAME]`: which snippets there are, or the words of one, alone in a message so that the whole of it is copied, in the
 * language of the caller. The desk is never in a conversation: the counsellor sends them (S5). With callers of several
 * languages there is one message for each.
 */
export async function giveSnippet(
  { unitOfWork, steps, snippets }: GiveSnippetDependencies,
  { member, eventId, name }: CommandSource & { readonly name: string | null },
): Promise<void> {
  const to = member.userId;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const [first, ...more] = await answersOf(registers, snippets, { to, name });
        if (first === undefined) return;
        await recordAnswer(registers, { to, eventId, message: first });
        for (const [index, message] of more.entries()) {
          const key = actionKeys.cause(eventId, `answer ${index + 2}`);
          await recordDeskMessage(registers, { to: { own: to }, key, message });
        }
      }),
    ),
  );
}

async function answersOf(
  registers: Registers,
  snippets: Snippets,
  { to, name }: { readonly to: UserId; readonly name: string | null },
): Promise<readonly DeskMessage[]> {
  const snippet = name === null ? undefined : findSnippet(snippets, name);
  if (snippet === undefined) {
    return [{ kind: 'course', message: { code: 'snippets', names: Object.keys(snippets), unknown: name } }];
  }
  const own = (await registers.conversations.open()).filter(({ phase }) => counsellorOf(phase) === to);
  return languagesOf(own).map((language) => ({
    kind: 'course',
    message: { code: 'snippet', words: snippet[language] },
  }));
}
