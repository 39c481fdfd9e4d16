/**
 * `npm run check`: everything that reads the code without running it, two tools at a time, and how long
 * files and functions are. `npm test` begins with it, and runs the architecture tests as a stage of its own.
 */
import { writeFileSync } from 'node:fs';
import { sourceFigures } from './check/figures.ts';
import { runTool, type ToolResult } from './check/run-tool.ts';
import { checkTools } from './check/tools.ts';

const tools = [
  ...checkTools({
    isCached: process.env['CI'] === undefined,
    hasArchitecture: !process.argv.includes('--without-architecture'),
  }),
];
const results: ToolResult[] = [];

async function lane(): Promise<void> {
  for (let tool = tools.shift(); tool !== undefined; tool = tools.shift()) {
    const result = await runTool(tool);
    results.push(result);
    report(result);
  }
}

function report({ tool, hasPassed, output, seconds }: ToolResult): void {
  const verdict = hasPassed ? 'passed' : 'FAILED';
  process.stdout.write(`${tool.name.padEnd(14)}${verdict}  ${seconds.toFixed(1)} s\n`);
  if (!hasPassed) process.stdout.write(`${output.trimEnd()}\n\n`);
}

await Promise.all([lane(), lane()]);
for (const line of sourceFigures()) process.stdout.write(`${line}\n`);

const failed = results.filter((result) => !result.hasPassed).length;
const tallyFile = process.env['TALLY_FILE'];
if (tallyFile !== undefined) {
  writeFileSync(tallyFile, JSON.stringify({ passed: results.length - failed, failed, skipped: [] }));
}
process.exitCode = failed === 0 ? 0 : 1;
