import { createEdits } from './edits.ts';
import type { FromWorker, ReceivedMessage } from '../worker-messages.ts';
import type { Readable } from './read-message.ts';

/** What has been shown, so that edits and removals fall on the right message. No I/O. */
export interface Timeline {
  /** Takes a decrypted event; answers what the frame is told. */
  show(eventId: string, readable: Readable): readonly FromWorker[];
  /** Takes a removal of a message or of one edit; answers what the frame is told. */
  remove(eventId: string): readonly FromWorker[];
  clear(): void;
}

/** Starts with nothing shown. */
export function createTimeline(): Timeline {
  const shown = new Map<string, ReceivedMessage>();
  const removed = new Set<string>();
  const edits = createEdits();

  const withEdits = (message: ReceivedMessage): ReceivedMessage => {
    const body = edits.lastBody(message.eventId, message.sender);
    return body === undefined ? message : { ...message, body, isEdited: true };
  };

  const edited = (targetId: string): readonly FromWorker[] => {
    const original = shown.get(targetId);
    if (original === undefined) return [];
    return [{ kind: 'edited', eventId: targetId, body: withEdits(original).body }];
  };

  const showMessage = (message: ReceivedMessage): readonly FromWorker[] => {
    if (removed.has(message.eventId) || shown.has(message.eventId)) return [];
    shown.set(message.eventId, message);
    return [{ kind: 'message', message: withEdits(message) }];
  };

  const showEdit = (editId: string, edit: Extract<Readable, { kind: 'edit' }>): readonly FromWorker[] => {
    const { targetId, sender, body } = edit;
    if (removed.has(editId) || removed.has(targetId)) return [];
    edits.add(targetId, { editId, sender, body });
    return shown.get(targetId)?.sender === sender ? edited(targetId) : [];
  };

  return {
    show(eventId, readable) {
      if (readable.kind === 'message') return showMessage(readable.message);
      return readable.kind === 'edit' ? showEdit(eventId, readable) : [];
    },
    remove(eventId) {
      if (removed.has(eventId)) return [];
      removed.add(eventId);
      if (!shown.delete(eventId)) return edited(edits.withdraw(eventId) ?? '');
      edits.forget(eventId);
      return [{ kind: 'removed', eventId }];
    },
    clear() {
      shown.clear();
      removed.clear();
      edits.clear();
    },
  };
}
