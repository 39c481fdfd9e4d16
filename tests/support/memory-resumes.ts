import type { Clock } from '../../appservice/ports/clock.ts';
import type { ResumeKeys } from '../../appservice/ports/resume-keys.ts';
import type { Resumes } from '../../appservice/ports/resumes.ts';
import { minuteMs } from '../../appservice/domain/time.ts';
import { answer, MemoryConflictError, write } from './memory-database.ts';
import type { MemoryDatabase, ResumeRow } from './memory-database.ts';

/** The resume tokens of open conversations, in memory. */
export function memoryResumes(database: MemoryDatabase): Resumes {
  const rows = () => database.tables.resumes;
  const change = (conversationId: ResumeRow['conversationId'], to: Partial<ResumeRow>) => {
    const row = rows().get(conversationId);
    if (row !== undefined) put({ ...row, ...to });
  };
  const put = (row: ResumeRow) => {
    write(database, { resumes: new Map(rows()).set(row.conversationId, row) });
  };
  return {
    insert: (resume, tokenHash) =>
      answer(() => {
        if (rows().has(resume.conversationId)) throw new MemoryConflictError();
        put({ ...resume, tokenHash, offeredTokenHash: null });
      }),
    find: (conversationId) => answer(() => bare(rows().get(conversationId))),
    findByToken: (tokenHash) =>
      answer(() =>
        bare(
          [...rows().values()].find(
            (row) => row.tokenHash === tokenHash || row.offeredTokenHash === tokenHash,
          ),
        ),
      ),
    offer: (conversationId, offeredTokenHash) =>
      answer(() => {
        change(conversationId, { offeredTokenHash });
      }),
    confirm: (conversationId, tokenHash) =>
      answer(() => {
        if (rows().get(conversationId)?.offeredTokenHash !== tokenHash) return;
        change(conversationId, { tokenHash, offeredTokenHash: null });
      }),
    knows: (conversationId, tokenHash) =>
      answer(() => {
        const row = rows().get(conversationId);
        if (row?.tokenHash === tokenHash) return 'present';
        return row?.offeredTokenHash === tokenHash ? 'offered' : 'not';
      }),
    tokensOf: (conversationId) =>
      answer(() => {
        const row = rows().get(conversationId);
        return [row?.tokenHash, row?.offeredTokenHash].flatMap((token) => token ?? []);
      }),
    all: () => answer(() => [...rows().values()].flatMap((row) => bare(row) ?? [])),
    reseal: ({ conversationId, sealedStoreKey }) =>
      answer(() => {
        change(conversationId, { sealedStoreKey });
      }),
    remove: (conversationId) =>
      answer(() => {
        write(database, { resumes: new Map([...rows()].filter(([id]) => id !== conversationId)) });
      }),
  };
}

function bare(row: ResumeRow | undefined) {
  return row && { conversationId: row.conversationId, sealedStoreKey: row.sealedStoreKey };
}

/** Resume keys that are kept in memory: what is sealed names its key file and the store key. */
export function memoryResumeKeys(clock: Clock): ResumeKeys & { readonly files: () => number } {
  const files: { readonly id: number; readonly madeAt: number }[] = [];
  const make = () => {
    const file = { id: (files.at(-1)?.id ?? 0) + 1, madeAt: clock.now() };
    files.push(file);
    return file;
  };
  const seal = (storeKey: Uint8Array) => Uint8Array.of((files.at(-1) ?? make()).id, ...storeKey);
  const openSealed = (sealed: Uint8Array) =>
    files.some(({ id }) => id === sealed[0]) ? sealed.slice(1) : undefined;
  let made = 0;
  return {
    files: () => files.length,
    create: () =>
      answer(() => {
        const storeKey = new Uint8Array(32).fill((made += 1));
        return { storeKey, sealedStoreKey: seal(storeKey) };
      }),
    open: (sealed) => answer(() => openSealed(sealed)),
    reseal: (sealed) =>
      answer(() => {
        if (files.at(-1)?.id === sealed[0]) return null;
        const storeKey = openSealed(sealed);
        return storeKey && seal(storeKey);
      }),
    renew: () =>
      answer(() => {
        const last = files.at(-1);
        if (last === undefined || clock.now() - last.madeAt >= 5 * minuteMs) make();
      }),
    destroyReplaced: () =>
      answer(() => {
        if (clock.now() - (files.at(-1)?.madeAt ?? 0) >= minuteMs) files.splice(0, files.length - 1);
      }),
  };
}
