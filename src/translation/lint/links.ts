/** Links and images that do not lead where those of the source lead. */
import type { Nodes, PhrasingContent } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { defineProblems } from '#plugins/problems.ts'
import { isInCode } from '../blocks/block.ts'
import type { Definitions } from '../blocks/normalise.ts'
import { anyLanguage, fileIn, localesIn } from './addresses.ts'
import { type Linted, type PairRule, findingAt } from './context.ts'
import type { Finding, Fix } from './finding.ts'
import { unmatched } from './multiset-difference.ts'

const problem = defineProblems('translation', {
  'l10n-link': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `Link leads to \`${actual}\`, in the source to \`${expected}\`. Correct the address.`,
  }),
  'l10n-link-missing': (expected: string) => ({
    severity: 'warning',
    reason: `Link to \`${expected}\` is missing. Add it: the source has it here.`,
  }),
  'l10n-link-extra': (actual: string) => ({
    severity: 'warning',
    reason: `The source has no link to \`${actual}\` here. Delete it.`,
  }),
  'l10n-image': (matches: readonly string[], expected: readonly string[]) => ({
    severity: 'warning',
    reason: `${matches.length ? `The image here is \`${matches.join('`, `')}\`` : 'Image is missing'}. ${expected.length ? `Use \`${expected.join('`, `')}\` as in the source.` : 'The source has none. Delete it.'}`,
  }),
  'l10n-link-locale': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `Address leads to \`/${actual}/\`. Use \`/${expected}/\`.`,
  }),
})

interface Address {
  url: string
  start: number
  end: number
  node: PhrasingContent
}

export const links: PairRule = (linted) => {
  const { target, source, context } = linted
  const matches = addressesIn(target.inline, context.definitions.target, 'link')
  const locale = matches.flatMap((address) => wrongLocale(linted, address))
  if (!source) return locale
  const expected = addressesIn(source.inline, context.definitions.source, 'link')
  const own = [context.source.locale, context.target.locale]
  const [extra, missing] = unmatched(matches, expected, ({ url }) => anyLanguage(url, own))
  const changed = extra.map((item, index): Finding => {
    const wanted = missing[index]
    const finding = wanted
      ? problem('l10n-link', item.url, wanted.url)
      : problem('l10n-link-extra', item.url)
    return findingAt(context, finding, [item.start, item.end], target.hash)
  })
  const lost = missing
    .slice(extra.length)
    .map(({ url }) =>
      findingAt(
        context,
        problem('l10n-link-missing', url),
        [target.start, target.end],
        target.hash,
      ),
    )
  return [...locale, ...changed, ...lost, ...images(linted)]
}

function images({ target, source, context }: Linted): Finding[] {
  if (!source || isInCode(target)) return []
  const matches = addressesIn(target.inline, context.definitions.target, 'image')
  const expected = addressesIn(source.inline, context.definitions.source, 'image')
  const [extra, missing] = unmatched(matches, expected, ({ url }) => fileIn(url).toLowerCase())
  if (extra.length + missing.length === 0) return []
  const place = extra[0] ?? target
  const finding = problem('l10n-image', urls(extra), urls(missing))
  return [findingAt(context, finding, [place.start, place.end], target.hash)]
}

/** Sites that have every page in every language, at the same path. */
const microsoft = /^https?:\/\/(?:[\w-]+\.)*(?:microsoft|office|azure|windows|xbox)\.com\//i

function wrongLocale({ context, target }: Linted, { url, start, end, node }: Address): Finding[] {
  const own = context.languages.source
  const match = localesIn(url).find((locale) => locale.toLowerCase().startsWith(`${own}-`))
  if (!match || !microsoft.test(url)) return []
  const expected = regional(context.target.locale)
  if (!expected) return []
  const typed = context.target.text.slice(start, end)
  const index = typed.lastIndexOf(`/${match}`)
  // An address that shows itself would have to change twice.
  const isHidden = node.type === 'link' && typed.startsWith('[') && index > typed.lastIndexOf('](')
  const from = start + index + 1
  const fix: Fix | undefined =
    isHidden && index > 0 ? { start: from, end: from + match.length, text: expected } : undefined
  return [
    findingAt(
      context,
      problem('l10n-link-locale', match, expected),
      [start, end],
      target.hash,
      fix,
    ),
  ]
}

/** A locale as addresses have it: with its region. */
function regional(locale: string): string | undefined {
  if (locale.includes('-')) return locale.toLowerCase()
  return locale.toLowerCase() === 'en' ? 'en-us' : undefined
}

function addressesIn(
  inline: readonly PhrasingContent[],
  definitions: Definitions,
  kind: 'link' | 'image',
): Address[] {
  const results: Address[] = []
  visit({ type: 'root', children: [...inline] } as Nodes, (node) => {
    if (node.type !== kind && node.type !== `${kind}Reference`) return
    const url =
      'url' in node
        ? node.url
        : 'identifier' in node
          ? definitions.get(node.identifier.toLowerCase())
          : ''
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (!url || start === undefined || end === undefined) return
    results.push({ url, start, end, node: node as PhrasingContent })
  })
  return results
}

function urls(addresses: readonly Address[]): string[] {
  return addresses.map(({ url }) => url)
}
