import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { checkout } from '../../scripts/stack/checkout.ts';

/** A Chromium that is on this machine, and what its process needs beside ours. */
type FoundBrowser = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Where Debian, Ubuntu and Google put theirs. */
const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Our own switches only: those of the npm package turn web security off (feasibility Part E 6). */
const switches = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** Ours, because the package's own names folders of another machine, and without a font Chromium shows no word. */
const fontsConf = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>
<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
<alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias></fontconfig>
`;

/** Beside the folder `fonts`, which it names relative to itself. */
const fontsConfName = 'own.conf';

/** The browser that `CHROMIUM` names, else the system's, else the one from npm (design 13). */
function findBrowser(): FoundBrowser {
  const named = process.env['CHROMIUM'] ?? '';
  if (named !== '') return { executablePath: named, env: {} };
  const installed = systemPaths.find((path) => existsSync(path));
  return installed === undefined ? unpackedBrowser() : { executablePath: installed, env: {} };
}

/** Starts the browser; whoever starts one closes it. Each caller gets a context of their own in it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** How the browser is started here. */
export function launchOptions() {
  const { executablePath, env } = findBrowser();
  return {
    executablePath,
    args: switches,
    // Back after a quick exit is looked at as callers' browsers do it, with the page kept.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    env: { ...withoutUndefined(process.env), ...env },
  };
}

const browserPackage = join(checkout, 'node_modules/@sparticuz/chromium');

/** Unpacks the browser of `@sparticuz/chromium` with its libraries, once for each version of it. */
function unpackedBrowser(): FoundBrowser {
  const { version } = JSON.parse(readFileSync(join(browserPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(checkout, `.data/chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, fontsConfName) },
  };
}

/** Another process may unpack at the same time: each in a folder of its own, and the first one there is kept. */
function unpackInto(folder: string): void {
  const unfinished = `${folder}.unfinished-${String(process.pid)}`;
  mkdirSync(unfinished, { recursive: true });
  const packed = (name: string): Buffer =>
    brotliDecompressSync(readFileSync(join(browserPackage, 'bin', name)));
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['x', '-C', unfinished], { input: packed(archive) });
  }
  writeFileSync(join(unfinished, 'chromium'), packed('chromium.br'));
  chmodSync(join(unfinished, 'chromium'), 0o755);
  writeFileSync(join(unfinished, fontsConfName), fontsConf);
  try {
    renameSync(unfinished, folder);
  } catch (failure) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw failure;
  }
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
