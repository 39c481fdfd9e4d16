import { BenchError } from './bench-error.ts';

/** Everything that the processes of one kind have told, in the order in which it came. */
export interface NewsBoard<News extends { readonly kind: string }> {
  readonly all: readonly News[];
  add(news: News): void;
  /** From now on every wait fails, those under way included. */
  fail(error: BenchError): void;
  /** The first news of a kind, told already or yet to come, that is the one wanted. */
  waitFor<Kind extends News['kind']>(
    kind: Kind,
    isWanted?: (news: Extract<News, { readonly kind: Kind }>) => boolean,
    limitMs?: number,
  ): Promise<Extract<News, { readonly kind: Kind }>>;
  /** The first news, of whatever kind, that is the one wanted. */
  waitForAny(what: string, isWanted: (news: News) => boolean, limitMs?: number): Promise<News>;
  /** Resolves when so many news of a kind have come. */
  waitForCount(kind: News['kind'], count: number, limitMs?: number): Promise<void>;
}

/** Longer than anything that is waited for may take. */
const patienceMs = 60_000;

/** So many of the last news are named when a wait fails. */
const namedNews = 50;

/** Makes an empty board; by `shorten` a wait that fails says what has come instead. */
export function createNewsBoard<News extends { readonly kind: string }>(
  shorten: (news: News) => string = ({ kind }) => kind,
): NewsBoard<News> {
  const all: News[] = [];
  const looks = new Set<() => void>();
  let failure: BenchError | undefined;
  const lookAgain = (): void => {
    for (const look of [...looks]) look();
  };
  const wait = <Found>(find: () => Found | undefined, what: string, limitMs: number): Promise<Found> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(limit);
        looks.delete(look);
      };
      const look = (): void => {
        const found = find();
        if (found === undefined && failure === undefined) return;
        settle();
        if (found !== undefined) resolve(found);
        else reject(failure ?? new BenchError('no-answer', what));
      };
      const limit = setTimeout(() => {
        settle();
        const last = all.slice(-namedNews).map(shorten).join(', ');
        const sentence = `No "${what}" came within ${limitMs / 1_000} s. What came last: ${last}.`;
        reject(new BenchError('no-answer', sentence));
      }, limitMs);
      looks.add(look);
      look();
    });
  return {
    all,
    add: (news) => {
      all.push(news);
      lookAgain();
    },
    fail: (error) => {
      failure = error;
      lookAgain();
    },
    waitFor: (kind, isWanted = () => true, limitMs = patienceMs) =>
      wait(() => ofKind(all, kind).find(isWanted), kind, limitMs),
    waitForAny: (what, isWanted, limitMs = patienceMs) => wait(() => all.find(isWanted), what, limitMs),
    waitForCount: async (kind, count, limitMs = patienceMs) => {
      const hasCome = (): true | undefined => (ofKind(all, kind).length >= count ? true : undefined);
      await wait(hasCome, `${count} × ${kind}`, limitMs);
    },
  };
}

/** The news of one kind. */
export function ofKind<News extends { readonly kind: string }, Kind extends News['kind']>(
  all: readonly News[],
  kind: Kind,
): readonly Extract<News, { readonly kind: Kind }>[] {
  return all.filter((news): news is Extract<News, { readonly kind: Kind }> => news.kind === kind);
}
