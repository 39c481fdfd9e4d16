/**
 * `npm run screenshots [-- --out DIR] [--only TEXT] [--size 360x740]`: a picture of every component in every state, in each language,
 * for everybody and for children, light, dark and with forced colours; by default in `.data/screenshots`, which is no part of the
 * repository. `--only` takes those whose name holds the text. Exit code 2 for a size that is none.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../../scripts/stack/checkout.ts';
import { colourModes, show, showColours, startCatalogue, wholeScreens, type Catalogue } from './catalogue.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(checkout, '.data/screenshots') },
    only: { type: 'string', default: '' },
    size: { type: 'string', default: '360x740' },
  },
});
const folder = resolve(values.out);
const size = /^(\d{2,4})x(\d{2,4})$/.exec(values.size);
if (size === null) {
  process.stderr.write('--size is WIDTHxHEIGHT in CSS pixels, such as 360x740\n');
  process.exit(2);
}
const [width, height] = size.slice(1).map(Number) as [number, number];

mkdirSync(folder, { recursive: true });
const catalogue = await startCatalogue();
try {
  await takeAll(catalogue);
} finally {
  await catalogue.stop();
}

async function takeAll(catalogue: Catalogue): Promise<void> {
  const { list } = catalogue;
  const page = await catalogue.openPage({ viewport: { width, height } });
  const screens = wholeScreens(list).map((example) => ({ component: 'app', example }));
  const sheets = list.components
    .filter(({ name }) => name !== 'app')
    .map(({ name }) => ({ component: name, example: null }));
  const shown = list.languages.flatMap((language) =>
    list.audiences.flatMap((audience) =>
      [...screens, ...sheets].map((each) => ({ ...each, language, audience })),
    ),
  );
  let taken = 0;
  for (const mode of colourModes) {
    await showColours(page, mode);
    for (const request of shown) {
      const name = nameOf([
        request.component,
        request.example ?? 'all',
        request.language,
        request.audience,
        mode,
      ]);
      if (!name.includes(values.only)) continue;
      await show(page, request);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: request.example === null });
      taken += 1;
    }
  }
  process.stdout.write(`${taken} pictures in ${folder}\n`);
}

function nameOf(parts: readonly string[]): string {
  return parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, '-')).join('-');
}
