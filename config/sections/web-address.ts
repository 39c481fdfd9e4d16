import { z } from 'zod';

/** Parses `http(s)://host[:port]` with nothing after it, as browsers write an origin. */
export const webOrigin = z
  .string()
  .refine(
    (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an origin such as https://chat.example.org, in lower case and without a path or a slash at the end',
  );

/** Parses an address that a browser can be sent to. */
export const webPage = z
  .string()
  .refine(
    (text) => /^https?:\/\//.test(text) && URL.canParse(text),
    'must be an address such as https://www.example.org/privacy',
  );
