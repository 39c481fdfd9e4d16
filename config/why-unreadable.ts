/** Why a file cannot be read, in words that follow its name: it is not there, it is not ours to read, or something else. */
export function whyUnreadable(failure: unknown): string {
  const isCoded = typeof failure === 'object' && failure !== null && 'code' in failure;
  const code = isCoded ? String(failure.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'this account may not read';
  return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
}
