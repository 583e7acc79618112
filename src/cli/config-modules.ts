/**
 * The files that the code of a site’s plugins is in: what they do is part of what a build depends on.
 *
 * They are found by the imports in their text: whether anything has changed is asked before anything of the site is
 * loaded. Packages are not among them; their versions are in the lock file, which counts as part of the program.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { digest, digestAll } from '../facts/digest.ts'
import { configName } from './site-folder.ts'

const imports =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])(?<specifier>[./#][^'"\n]*)\1|new\s+URL\(\s*(['"])(?<url>\.[^'"\n]*)\3/g

/** Absolute paths of the configuration and of all that it imports from the site, sorted; none without plugins. */
export function configModules(root: string): string[] {
  const config = join(root, configName)
  const known = new Map<string, string>()
  read(config)
  return /\bplugins\b/.test(known.get(config) ?? '') ? [...known.keys()].toSorted() : []

  function read(path: string): void {
    if (known.has(path) || path.includes('/node_modules/') || !existsSync(path)) return
    const text = textOf(path)
    known.set(path, text)
    if (!/\.[cm]?[jt]s$/.test(path)) return
    for (const { groups } of text.matchAll(imports))
      read(resolved(groups?.['specifier'] ?? groups?.['url'] ?? '', path))
  }
}

/** Digest of the code of a site’s plugins; undefined without any. */
export function configCodeDigest(root: string): string | undefined {
  const paths = configModules(root)
  // Where a site lies is no part of its code.
  const parts = paths.flatMap((path) => [path.slice(root.length), digest(readFileSync(path))])
  return paths.length ? digestAll(parts) : undefined
}

function resolved(specifier: string, from: string): string {
  if (!specifier.startsWith('#')) return resolve(dirname(from), specifier)
  try {
    return createRequire(from).resolve(specifier)
  } catch {
    // Loading the configuration says what is wrong.
    return ''
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
