import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../stack/checkout.ts';

const folders = ['appservice', 'config', 'widget', 'scripts'];

/** How long our files and functions are, each figure beside the most it should be, as lines to print. */
export function sourceFigures(): readonly string[] {
  const files = folders.flatMap((folder) => sourcesBelow(join(checkout, folder)));
  const fileLines = files.map(({ text }) => text.split('\n').length - 1);
  const functionLines = files.flatMap(({ tree }) => functionLengths(tree));
  return [
    `files      ${String(files.length)}, lines: median ${String(quantile(fileLines, 0.5))} (90), p95 ${String(quantile(fileLines, 0.95))} (250), most ${String(quantile(fileLines, 1))} (300)`,
    `functions  ${String(functionLines.length)}, lines: p95 ${String(quantile(functionLines, 0.95))} (40), most ${String(quantile(functionLines, 1))} (60)`,
  ];
}

type Source = { readonly text: string; readonly tree: ts.SourceFile };

function sourcesBelow(folder: string): readonly Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      return { text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest) };
    });
}

function functionLengths(tree: ts.SourceFile): readonly number[] {
  const lengths: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
      lengths.push(tree.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return lengths;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
