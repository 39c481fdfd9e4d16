import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** The files of the domain that do something; one that holds types only has no rule to take out. */
export function filesWithRules(domainFolder: string): readonly string[] {
  return readdirSync(domainFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(doesSomething)
    .map((path) => relative(domainFolder, path))
    .toSorted();
}

function doesSomething(path: string): boolean {
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const isOfTypesOnly = [ts.isTypeAliasDeclaration, ts.isInterfaceDeclaration, ts.isImportDeclaration];
  return statements.some((statement) => !isOfTypesOnly.some((isKind) => isKind(statement)));
}
