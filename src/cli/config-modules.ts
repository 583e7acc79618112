/**
 * The files that the configuration of a site and the code of its plugins are in: what they do is part of what a build
 * depends on.
 *
 * They are found by the imports in their text: whether anything has changed is asked before anything of the site is
 * loaded. Packages are not among them; their versions are in the lock file, which counts as part of the program.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { digest, digestAll } from '../facts/digest.ts'
import { ignoredFolders } from '../real-path.ts'
import { configName } from './site-folder.ts'

const imports =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])(?<specifier>[./#][^'"`\n]*)\1|new\s+URL\(\s*(['"`])(?<url>\.[^'"`\n]*)\3/g

/** Absolute paths of the configuration and of all that it imports from the site, or names as a URL, sorted. */
export function configModules(root: string): string[] {
  return [...textsIn(root).keys()].toSorted()
}

/** Digest of the code of a site’s plugins; undefined without any. */
export function configCodeDigest(root: string): string | undefined {
  const texts = textsIn(root)
  // A configuration may take them from a file that several sites share.
  if (![...texts.values()].some((text) => /\bplugins\b/.test(text))) return undefined
  // Where a site lies is no part of its code.
  return digestAll(
    [...texts.keys()]
      .toSorted()
      .flatMap((path) => [path.slice(root.length), digest(readFileSync(path))]),
  )
}

/** Files of the configuration by path; without a text those that are no modules. */
function textsIn(root: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const config = join(root, configName)
  read(config)
  return known

  function read(path: string): void {
    if (known.has(path) || path.includes('/node_modules/')) return
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory()) return readFolder(path)
    if (!stats?.isFile()) return
    const text = /\.[cm]?[jt]s$/.test(path) ? textOf(path) : ''
    known.set(path, text)
    for (const { groups } of text.matchAll(imports))
      read(resolved(groups?.['specifier'] ?? groups?.['url'] ?? '', path))
    // A module that asks where it is may read what lies beside it.
    if (/\bimport\.meta\b|\b__dirname\b/.test(text)) readFolder(dirname(path))
  }

  /** A plugin may read all files of a folder; not one that the content or the whole site is in, from which it goes on. */
  function readFolder(folder: string): void {
    if (config.startsWith(`${folder}/`)) return
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const isOwn = !ignoredFolders.has(entry.name)
      if (isOwn && (entry.isFile() || entry.isDirectory())) read(join(folder, entry.name))
    }
  }
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
