/** One change of a message by its author. */
type Edit = { readonly editId: string; readonly sender: string; readonly body: string };

/** The edits of each message, also of messages that cannot be read yet. No I/O. */
export interface Edits {
  add(targetId: string, edit: Edit): void;
  /** Takes one edit back; answers the message it belonged to. */
  withdraw(editId: string): string | undefined;
  /** The body as this sender last left it; an edit by anybody else never counts (feasibility D 4). */
  lastBody(targetId: string, sender: string): string | undefined;
  forget(targetId: string): void;
  clear(): void;
}

/** Starts with none. */
export function createEdits(): Edits {
  const byTarget = new Map<string, readonly Edit[]>();
  return {
    add(targetId, edit) {
      byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), edit]);
    },
    withdraw(editId) {
      for (const [targetId, list] of byTarget) {
        const rest = list.filter((edit) => edit.editId !== editId);
        if (rest.length === list.length) continue;
        byTarget.set(targetId, rest);
        return targetId;
      }
      return undefined;
    },
    lastBody: (targetId, sender) => byTarget.get(targetId)?.findLast((edit) => edit.sender === sender)?.body,
    forget(targetId) {
      byTarget.delete(targetId);
    },
    clear() {
      byTarget.clear();
    },
  };
}
