import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { checkout } from '../stack/checkout.ts';
import { stripVersion, stripWasm } from './strip-wasm.ts';

/** Where the appservice serves the widget. */
const base = '/widget/';

const widgetFolder = join(checkout, 'widget');

/** Nothing: what a library asks of Node where there is one, and does not need in a browser. */
const withoutNode = 'data:text/javascript,export default null';

const names = {
  entryFileNames: 'a/[name]-[hash].js',
  chunkFileNames: 'a/[name]-[hash].js',
  assetFileNames: (asset: { readonly names: readonly string[] }): string =>
    asset.names.some((name) => name.endsWith('.wasm'))
      ? `a/[name]-${stripVersion}-[hash][extname]`
      : 'a/[name]-[hash][extname]',
};

/** How long each step of the build takes is nobody's concern but its maker's. */
const checks = { pluginTimings: false };

/** Nothing from the environment or a config file: the same sources give the same bytes everywhere. */
const common: InlineConfig = {
  base,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  mode: 'production',
};

/** The frame and, drawn in by it, the crypto worker. */
export function frameConfig(outFolder: string): InlineConfig {
  const root = join(widgetFolder, 'frame');
  return {
    ...common,
    root,
    resolve: { alias: { crypto: withoutNode } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    plugins: [stripWasm(), hurryWorker()],
    worker: { format: 'es', plugins: () => [stripWasm()], rolldownOptions: { output: names, checks } },
    build: {
      target: 'es2022',
      outDir: outFolder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      manifest: 'manifest.json',
      rolldownOptions: { input: join(root, 'frame.html'), output: names, checks },
    },
  };
}

/**
 * Lets the browser fetch the worker's script beside the frame's own, at the lowest priority, so that it is there when it is
 * asked for; and make a connection for the worker's requests, which go without cookies and so never over the page's own. A
 * browser that does not know these hints does without.
 */
function hurryWorker(): Plugin {
  const head = 'head' as const;
  return {
    name: 'hurry-worker',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => [
        { tag: 'link', attrs: { rel: 'preconnect', href: '/', crossorigin: true }, injectTo: head },
        ...Object.keys(bundle)
          .filter((name) => /^a\/main-[^/]+\.js$/.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'prefetch', href: `${base}${name}` },
            injectTo: head,
          })),
      ],
    },
  };
}

/** The one script tag of the host page, as a plain script; built after the frame, into the same folder. */
export function loaderConfig(outFolder: string): InlineConfig {
  const root = join(widgetFolder, 'loader');
  return {
    ...common,
    root,
    build: {
      target: 'es2022',
      outDir: outFolder,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      minify: 'terser', // every page of the host site loads it: a hundred bytes less than by the minifier that Vite brings
      rolldownOptions: {
        checks,
        input: join(root, 'main.ts'),
        output: { format: 'iife', entryFileNames: 'loader.js' },
      },
    },
  };
}

/** The pages that show every component in every state; a folder of their own, and nothing of it is shipped. */
export function catalogueConfig(outFolder: string): InlineConfig {
  const root = join(widgetFolder, 'catalogue');
  return {
    ...common,
    base: '/',
    root,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2022',
      outDir: outFolder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: [join(root, 'index.html'), join(root, 'example.html')], output: names },
    },
  };
}
