import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a widget's build in small: what is served, and what is not. Returns its folder. */
export function writeWidget(): string {
  const folder = mkdtempSync(join(tmpdir(), 'helpline-widget-'));
  const files = {
    'frame.html':
      '<!doctype html><html lang="{{language}}"><head><title>Info</title></head><body><div id="frame">{{plain}}</div></body></html>',
    'loader.js': 'globalThis.loader = 1;',
    'a/worker-Ab1_-xyZ.js': 'worker',
    'a/worker-Ab1_-xyZ.js.br': 'brotli of worker',
    'a/crypto-12345678.wasm': 'wasm',
    'a/frame-12345678.css': 'style',
    'a/icon-12345678.svg': 'icon',
    'a/frame-settings.js.map': '{}',
    'integrity.json': '{}',
    'secret.txt': 'not served',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
