import type { ConversationId } from '../domain/ids.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

/** What keeping a resume token needs. */
export interface KeepResumeDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly vault: Vault;
}

/**
 * Whether the browser of this conversation holds a token that would bring it back (R27); without one its caller is told that a
 * reload ends it. A token that was only offered is the present one from now on: the browser has shown that it has it.
 */
export async function keepResume(
  { unitOfWork, vault }: KeepResumeDependencies,
  shown: { readonly conversationId: ConversationId; readonly resumeToken: string },
): Promise<boolean> {
  const { conversationId } = shown;
  const tokenHash = vault.hash(shown.resumeToken);
  const standing = await unitOfWork.read(({ resumes }) => resumes.knows(conversationId, tokenHash));
  if (standing === 'offered') {
    await unitOfWork.run(({ resumes }) => resumes.confirm(conversationId, tokenHash));
  }
  return standing !== 'not';
}
