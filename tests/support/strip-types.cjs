/** Jest transform: types become blanks, exactly as Node does at run time, so lines and columns stay as written. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { stripTypeScriptTypes } = require('node:module');

const self = readFileSync(__filename); // a change of this file must not meet a stale cache

module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
  getCacheKey: (source, path, options) =>
    createHash('sha256')
      .update(self)
      .update(source)
      .update(path)
      .update(process.version)
      .update(options.instrument ? '1' : '0')
      .digest('hex'),
};
