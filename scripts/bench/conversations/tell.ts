/** Tells the bench something, as one line of JSON. */
export function tell(news: object): void {
  process.stdout.write(`${JSON.stringify(news)}\n`);
}
