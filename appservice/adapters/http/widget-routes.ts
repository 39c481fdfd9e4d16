import { stat } from 'node:fs/promises';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { HttpError } from './http-error.ts';
import { createFramePages, type FramePage, type FramePageParts } from './frame-page.ts';
import { choosePageLanguage, type PageLanguage } from './plain-page/page-language.ts';
import { widgetHeaders } from './security-headers.ts';
import { listWidgetFiles, type WidgetFile } from './widget-files.ts';

/** What serving the widget needs. */
export type WidgetRoutesDependencies = FramePageParts & {
  /** The widget's build; read once, at the start. */
  readonly widgetFolder: string;
  readonly publicOrigin: string;
};

/** `/widget/`: the build, brotli at rest where it is there, each with its type, policy and keeping time (S21). */
export function widgetRoutes(dependencies: WidgetRoutesDependencies): Router {
  const { widgetFolder, settings, publicOrigin } = dependencies;
  const files = listWidgetFiles(widgetFolder);
  const frame = createFramePages(widgetFolder, dependencies);
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(onlyReading);
  router.use(widgetHeaders(publicOrigin, settings.hostOrigins));
  if (frame !== undefined) router.get('/frame.html', frameRoute(frame));
  router.use(async (request, response) => {
    const [path = ''] = request.url.slice(1).split('?', 1);
    const file = files.get(path);
    if (file === undefined) throw new HttpError('M_UNRECOGNIZED');
    await sendFile({ request, response, file });
  });
  return router;
}

const onlyReading: RequestHandler = (request, _response, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError('M_UNRECOGNIZED');
  next();
};

/** Never kept: Back after a quick exit must not show a chat (S3). Pages of other origins may hold it, as its policy says. */
function frameRoute(pageIn: (language: PageLanguage) => FramePage): RequestHandler {
  return (request, response) => {
    const [, query] = request.url.split('?', 2);
    const named = new URLSearchParams(query).get('language');
    const accepted = request.headers['accept-language'];
    const frame = pageIn(choosePageLanguage({ named, accepted }));
    const body = takesBrotli(request) ? frame.brotli : frame.plain;
    response.writeHead(200, {
      'cache-control': 'no-store',
      'content-length': body.length,
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding, Accept-Language',
      ...(body === frame.brotli ? { 'content-encoding': 'br' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

async function sendFile(asked: {
  readonly request: Request;
  readonly response: Response;
  readonly file: WidgetFile;
}): Promise<void> {
  const { request, response, file } = asked;
  const brotliPath = `${file.path}.br`;
  const isBrotli = takesBrotli(request) && (await isThere(brotliPath));
  response.setHeader('content-type', file.contentType);
  response.setHeader('cache-control', file.cacheControl);
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('cross-origin-resource-policy', file.isForHostPages ? 'cross-origin' : 'same-origin');
  if (file.isForHostPages) response.setHeader('access-control-allow-origin', '*');
  if (isBrotli) response.setHeader('content-encoding', 'br');
  const options = { acceptRanges: false, cacheControl: false, dotfiles: 'allow' } as const;
  await new Promise<void>((resolve, reject) => {
    response.sendFile(isBrotli ? brotliPath : file.path, options, (error: Error | undefined) => {
      if (error === undefined || response.destroyed) resolve();
      else reject(error);
    });
  });
}

/** RFC 9110, 12.5.3: named, and not by a weight of zero. */
function takesBrotli(request: Request): boolean {
  return /(?:^|,)\s*br\s*(?:$|,|;\s*q=(?:1|0\.0*[1-9]))/.test(request.headers['accept-encoding'] ?? '');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
