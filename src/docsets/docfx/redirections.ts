/**
 * Read `.openpublishing.redirection*.json`: old files of a docset and where their readers go now.
 *
 * Rules from docfx `docs/specs/redirection.yml`: paths count from the repository's root or from the
 * file itself, the source file must be gone, a target may be relative, from the site's root or whole.
 */
import { type Node, findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser'
import { posix } from 'node:path'
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { type Problem, defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, hasLongName, slugOf } from '../address.ts'
import { pointsIn } from '../source-position.ts'
import { readJson } from './config.ts'

/** Entries are validated one by one, so that an invalid one does not affect the others. */
const schema = z.object({ redirections: z.array(z.unknown()).default([]) })

export interface DocfxRedirection {
  /** Slug that the old file had. */
  slug: string
  /** The old file, relative to the docset's folder. */
  path: string
  /** As typed. */
  url: string
  /** Whether it is for some versions only (`monikers`), so that another one may apply to the others. */
  isOfVersions?: true
  /** The file that contains it, and the position. */
  name: string
  place: Point
}

const problem = defineProblems('docfx', {
  'redirect-source-exists': (path: string) => ({
    severity: 'warning',
    reason: `\`${path}\` is redirected but still there, so its redirection is left out. Delete the file or the redirection.`,
  }),
  'redirect-entry': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `Redirection ${actual} is left out. Write ${expected}.`,
  }),
  'redirect-long': () => ({
    severity: 'error',
    reason:
      'Redirection has a name of more than 255 bytes in its source, which no disk can hold. Delete it.',
  }),
  'redirect-twice': (slug: string, first: string) => ({
    severity: 'warning',
    reason: `\`${slug}\` is redirected at ${first} already, so this redirection is left out. Delete one.`,
  }),
  'redirect-target-missing': (url: string) => ({
    severity: 'warning',
    reason: `Redirection to \`${url}\` leads to no page of this docset. Readers are sent there only if it is a whole address; else name a page.`,
  }),
  'redirect-cycle': (slug: string) => ({
    severity: 'error',
    reason: `Redirection of \`${slug}\` comes back to itself, so it is left out. Let it end at a page.`,
  }),
})

const at = ({ name, place }: DocfxRedirection, match: Problem) => problemAt(name, match, place)

export const targetMissing = (redirection: DocfxRedirection): VFileMessage =>
  at(redirection, problem('redirect-target-missing', redirection.url))

export const redirectCycle = (redirection: DocfxRedirection): VFileMessage =>
  at(redirection, problem('redirect-cycle', redirection.slug))

export const redirectTwice = (
  redirection: DocfxRedirection,
  first: DocfxRedirection,
): VFileMessage => {
  const { line, column } = first.place
  const where = `\`${first.name}:${line}:${column}\``
  return at(redirection, problem('redirect-twice', redirection.path, where))
}

/** The docset that redirections are read for; paths are relative to its folder. */
export interface RedirectedDocset {
  /** Relative to the repository's root. */
  folder: string
  /** Whether a path is a page. */
  exists: (path: string) => boolean
  /** Where the file at a path is, or was, published. */
  addressOf: (path: string) => string
}

/** The redirections that concern a docset. */
export function readRedirections(
  text: string,
  name: string,
  { folder, exists, addressOf }: RedirectedDocset,
): { redirections: DocfxRedirection[]; messages: VFileMessage[] } {
  const { value, messages } = readJson(text, name, schema)
  const root = value && parseTree(text, [], { allowTrailingComma: true })
  const placeOf = pointsIn(text)
  const entries = (root && findNodeAtLocation(root, ['redirections'])?.children) ?? []
  return { redirections: entries.flatMap((entry) => redirectionOf(entry) ?? []), messages }

  function redirectionOf(entry: Node): DocfxRedirection | undefined {
    const source = stringIn(entry, 'source_path_from_root') ?? stringIn(entry, 'source_path')
    if (!source) {
      report(entry, problem('redirect-entry', 'without a source', '`source_path` with an old file'))
      return undefined
    }
    const path = posix.relative(composed(folder), composed(source.value).replace(/^\//, ''))
    if (/^\.\.(?:\/|$)/.test(path)) return undefined
    if (hasLongName(path)) {
      report(source.node, problem('redirect-long'))
      return undefined
    }
    const target = stringIn(entry, 'redirect_url')
    if (exists(path)) {
      report(source.node, problem('redirect-source-exists', source.value))
      return undefined
    }
    if (!target) {
      const of = `of \`${source.value}\` without a target`
      report(source.node, problem('redirect-entry', of, '`redirect_url` with an address'))
      return undefined
    }
    const place = placeOf(source.node.offset)
    const isOfVersions = hasItems(entry, 'monikers') && { isOfVersions: true as const }
    return { slug: slugOf(addressOf(path)), path, url: target.value, ...isOfVersions, name, place }
  }

  function report(node: Node, match: Problem) {
    messages.push(problemAt(name, match, placeOf(node.offset)))
  }
}

/** A non-empty string. */
function stringIn(entry: Node, key: string): { value: string; node: Node } | undefined {
  const node = entry.type === 'object' ? findNodeAtLocation(entry, [key]) : undefined
  const value: unknown = node && getNodeValue(node)
  return node && typeof value === 'string' && value.trim()
    ? { value: value.trim().toWellFormed(), node }
    : undefined
}

function hasItems(entry: Node, key: string): boolean {
  return Boolean(findNodeAtLocation(entry, [key])?.children?.length)
}
