/**
 * How many times as often the random campaigns of the tests run: 50 with `CAMPAIGN=full` (`npm run soak`), else 1. What
 * they find once they find again by the seed that is printed.
 */
export const campaignFactor = process.env['CAMPAIGN'] === 'full' ? 50 : 1;

/** How many random cases a property is tried with. */
export function runs(usual = 100): { readonly numRuns: number } {
  return { numRuns: usual * campaignFactor };
}
