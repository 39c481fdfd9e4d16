import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Header names and values as `writeHead` takes them. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** One year, in seconds: how long a browser insists on TLS (RFC 6797). */
const insistOnTlsSeconds = 31_536_000;

/**
 * Everything a page or a worker could ask of the device, refused (S8, S21). Notifications and push are no features of this header in any
 * browser; the widget asks for neither.
 */
const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Whether browsers reach us by TLS. */
function isSecure(publicOrigin: string): boolean {
  return publicOrigin.startsWith('https:');
}

/**
 * The headers of everything that is data: API, status, gateway and refusals (S21). Nothing of it is ever kept. Opened as a page of its
 * own it is a sandbox, which may ask for nothing; to list what it may not ask for would cost a caller a fifth of the bytes of a
 * conversation (R6).
 */
export function dataHeaders(publicOrigin: string): AnswerHeaders {
  return {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(isSecure(publicOrigin)
      ? { 'strict-transport-security': `max-age=${insistOnTlsSeconds}; includeSubDomains` }
      : {}),
  };
}

/**
 * The headers of everything that the browser shows or runs (S21): the policy of feasibility Part E 5, on the HTML and
 * on each script, because a worker's policy comes with its own script. `Cross-Origin-Resource-Policy` and
 * `Cache-Control` differ by file and are set by the widget's route.
 */
export function widgetHeaders(publicOrigin: string, hostOrigins: readonly string[]): RequestHandler {
  const setHelmet = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'worker-src': ["'self'"],
        'style-src': ["'self'"],
        'connect-src': ["'self'"],
        'img-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ['helpline-worker'],
        'frame-ancestors': [...hostOrigins],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure(publicOrigin) ? { maxAge: insistOnTlsSeconds } : false,
    xFrameOptions: false, // it knows no list of origins; frame-ancestors does
  });
  return (request, response, next) => {
    response.setHeader('permissions-policy', permissionsPolicy);
    setHelmet(request, response, next);
  };
}
