import type { EventId, UserId } from '../../domain/ids.ts';

/** The content of an event before it is encrypted. */
export type Content = Readonly<Record<string, unknown>>;

/** What rings is a message that mentions; anything else is a notice, for which Element makes no sound (push rules). */
export function messageContent(body: string, mention: UserId | null): Content {
  if (mention === null) return { msgtype: 'm.notice', body, 'm.mentions': {} };
  return { msgtype: 'm.text', body, 'm.mentions': { user_ids: [mention] } };
}

/** An edit never rings (push rule `.m.rule.suppress_edits`), whatever the message that it replaces did. */
export function editContent(body: string, of: EventId): Content {
  return {
    ...plainContent(`* ${body}`),
    'm.new_content': plainContent(body),
    'm.relates_to': { rel_type: 'm.replace', event_id: of },
  };
}

function plainContent(body: string): Content {
  return { msgtype: 'm.text', body, 'm.mentions': {} };
}
