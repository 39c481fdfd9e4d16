/** A printer of progress: each line with the seconds since the beginning. */
export function progress(beganAtMs = Date.now()) {
  return (line) => {
    const seconds = ((Date.now() - beganAtMs) / 1000).toFixed(1).padStart(5);
    process.stdout.write(`${seconds} s  ${line}\n`);
  };
}
