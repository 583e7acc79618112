/** Rules on the parts of the code as a whole: one meaning a name, and no file that is too small to find. */
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'

/** A source file: its path from the root of the repository with `/`, and its text. */
export interface SourceFile {
  path: string
  text: string
}

/** Names that several modules export on purpose. */
const conventions: ReadonlySet<string> = new Set([
  // Each command of the command line, found by its file.
  'command',
  // Astro's own names for endpoints (https://docs.astro.build/en/guides/endpoints/).
  'GET',
  'getStaticPaths',
])

/** Small files that are one of many of their kind, each with its own test and documentation. */
const ownFile = [
  // What a configuration imports, which is loaded before anything else.
  /^src\/config\/define-site\.ts$/,
  /^plugins\//,
  /^src\/cli\/(commands|links)\//,
  /^src\/translation\/(formats|lint)\//,
  // Scripts of components are files of their own, because Astro bundles them for browsers.
  /\.client\.ts$/,
  // Astro adds a script to a page, or to a `<template>`, by the component that has it.
  /^src\/components\/.*(Script|NextStep)\.astro$/,
  // Only a component can be drawn more than once, or get at the HTML of its slot.
  /\/(Amount|GoPage|PageContent)\.astro$/,
  // The layout of one generator each.
  /^src\/docsets\/trees\//,
  // Says what belongs to the site as a whole, for tests that load none.
  /^src\/report\/site-problems\.ts$/,
  // Tested without what imports them, which starts a build or the whole program.
  /^src\/cli\/(publish\/move-folder|process\/start-folder)\.ts$/,
]

const fewestLines = 30

/** One line for each exported name that two modules declare. */
export function repeatedNames(files: readonly SourceFile[]): string[] {
  const modules = new Map<string, string[]>()
  for (const file of files) {
    for (const name of exportedNames(file))
      modules.set(name, [...(modules.get(name) ?? []), file.path])
  }
  return [...modules]
    .filter(([name, paths]) => paths.length > 1 && !conventions.has(name))
    .map(
      ([name, paths]) => `\`${name}\` is exported by ${paths.join(' and ')}. Rename one of them.`,
    )
}

/** Names that a module declares and exports; not what it passes on from another one. */
function exportedNames({ path, text }: SourceFile): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return []
    const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? []
    const isNamed = !kinds.includes(ts.SyntaxKind.DefaultKeyword)
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || !isNamed) return []
    return declaredNames(statement)
  })
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    )
  }
  const { name } = statement as ts.DeclarationStatement
  return name && ts.isIdentifier(name) ? [name.text] : []
}

/** One line for each file of a few lines that only one other file imports. */
export function smallFiles(files: readonly SourceFile[]): string[] {
  const importers = importersOf(files)
  return files.flatMap(({ path, text }) => {
    const [only, ...others] = importers.get(path) ?? []
    const lines = text.trimEnd().split('\n').length
    if (only === undefined || others.length || lines >= fewestLines) return []
    if (ownFile.some((pattern) => pattern.test(path))) return []
    return [`${path} has ${lines} lines, and only ${only} imports it. Merge them.`]
  })
}

/** The files that import each file, by its path. */
function importersOf(files: readonly SourceFile[]): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>()
  for (const { path, text } of files) {
    for (const [, specifier = ''] of text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const target = resolveImport(path, specifier.replace(/\?.*/, ''))
      if (target) importers.set(target, (importers.get(target) ?? new Set()).add(path))
    }
  }
  return importers
}

/** The path of an imported file; undefined for a package. */
function resolveImport(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? join(dirname(path), specifier) : undefined
}
