import type { ResumeKeys } from '../ports/resume-keys.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What turning the resume keys needs. */
export interface TurnResumeKeysDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly resumeKeys: ResumeKeys;
}

/**
 * One turn of the key files (design 5, resume): a new one every few minutes, the open conversations' keys moved under it, the
 * replaced ones destroyed. A key that cannot be opened any more stays as it is: its conversation goes on, and a reload would end it.
 */
export async function turnResumeKeys({ unitOfWork, resumeKeys }: TurnResumeKeysDependencies): Promise<void> {
  await resumeKeys.renew();
  for (const resume of await unitOfWork.read(({ resumes }) => resumes.all())) {
    const sealedStoreKey = await resumeKeys.reseal(resume.sealedStoreKey);
    if (sealedStoreKey == null) continue;
    await unitOfWork.run(({ resumes }) => resumes.reseal({ ...resume, sealedStoreKey }));
  }
  await resumeKeys.destroyReplaced();
}
