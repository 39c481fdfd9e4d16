import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { checkout } from '../../scripts/stack/checkout.ts';

/** One file of ours, parsed. */
export type SourceFile = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile };

/** Every TypeScript file below these folders, parsed; generated and installed files apart. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(join(checkout, folder)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(parse);
}

/** Every file below a folder, as full paths. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(node_modules|\.data|dist)\//.test(path));
}

function parse(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return {
    path: relative(checkout, path),
    text,
    tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind),
  };
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}
