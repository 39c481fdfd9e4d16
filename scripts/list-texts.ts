/** `npm run texts`: writes anew which of the callers' words await a native reader (`widget/frame/texts/REVIEW.md`). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './stack/checkout.ts';
import { readCallerWords } from './texts/caller-words.ts';
import { reviewList } from './texts/review-list.ts';

const path = join(checkout, 'widget/frame/texts/REVIEW.md');
const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
writeFileSync(path, reviewList(await readCallerWords(), before));
