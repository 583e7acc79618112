/**
 * Our own guides, which are clean, damaged as machines and people damage pages: each damage is found by
 * its rule, nothing else is said, and what can be repaired is again as it was, to the byte.
 */
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { type Glossary, readGlossary } from '#src/translation/glossary/glossary.ts'
import type { Vote } from '#src/translation/language/detect-language.ts'
import type { Finding } from '#src/translation/lint/finding.ts'
import { lintPage } from '#src/translation/lint/lint.ts'
import { repairPage } from '#src/translation/lint/repair.ts'
import { loadThirdVote } from '#src/translation/lint/third-language.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import { blocksOf, guidePairs } from '../../support/own-guides.ts'
import { sample } from '../../support/sample.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const spacing = { spacing: 'imprimerie' as const, isStrict: true }

interface Page {
  source: BlockPage
  target: BlockPage
}

let glossary: Glossary
let french: Page[]
let english: Page[]
let third: Vote

beforeAll(async () => {
  const text = readFileSync(`${root}content/l10n/glossary.csv`, 'utf8')
  glossary = readGlossary(text, 'glossary.csv').glossary
  french = guidePairs('en', 'fr-FR').map(blocksOf)
  const written = guidePairs('fr-FR', 'en').filter(({ source }) => /^live-edu/.test(source.slug))
  english = written.map(blocksOf)
  third = await loadThirdVote('en', 'fr-FR')
})

/** Where a pattern finds something outside of code; `to` takes its place. */
type Damage = readonly [name: string, rule: RegExp, from: RegExp, to: string | Replacer]
type Replacer = (match: string) => string

describe('all over a page, fixed', () => {
  const damages: readonly Damage[] = [
    ['ordinary spaces before signs', /fr-space$/, /[\u00A0\u202F](?=[;:!?])/g, ' '],
    ['no spaces before signs', /fr-space-missing$/, /[\u00A0\u202F](?=[;:!?]\s)/g, ''],
    ['wide spaces before signs', /fr-space-kind$/, /\u202F(?=[;!?])/g, '\u00A0'],
    ['ordinary spaces inside « »', /fr-guillemets$/, /(?<=«)\u00A0|\u00A0(?=»)/g, ' '],
    ['no spaces inside « »', /fr-guillemets$/, /(?<=«)\u00A0|\u00A0(?=»)/g, ''],
    ['straight apostrophes', /fr-apostrophe$/, /(?<=\p{L})’(?=\p{L})/gu, "'"],
    ['words that touch a link', /space-before-link$/, /(?<=\p{L}) (?=\[[^\]]+\]\()/gu, ''],
    ['links that touch a word', /space-after-link$/, /(?<=\]\([^()\s]+\)) (?=\p{L})/gu, ''],
    ['words that touch bold', /space-before-bold$/, /(?<=\p{L}) (?=\*\*\p{L}[^*\n]*\*\*)/gu, ''],
    ['bold that touches a word', /space-after-bold$/, /(?<=\p{L}\*\*) (?=\p{L})/gu, ''],
    ['spaces before full stops', /space-before-stop$/, /(?<=\p{L})(?=\.(?:\n|$))/gu, ' '],
    ['spaces before signs in English', /en-space$/, /(?<=\p{L})(?=[;:!?](?:\s|$))/gu, '\u00A0'],
    ['spaces inside links', /space-in-link$/, /(?<=\p{L} \[)(?=\p{L}[^\]\n]*\]\()/gu, ' '],
  ]

  test.each(damages)('%s', (...damage) => {
    const [name, rule] = damage
    let [injected, result] = [0, 0]
    const others: string[] = []
    for (const { source, target, text, count } of some(damage)) {
      const page = reread(target, text, source)
      const findings = lint(source, page)
      injected += count
      result += findings.filter(({ problem }) => rule.test(problem.ruleId)).length
      others.push(
        ...findings
          .filter(({ problem }) => !rule.test(problem.ruleId))
          .map((finding) => `${page.name}:${finding.place.start.line} ${finding.problem.reason}`),
      )
      expect(repairPage(page, findings).text, target.name).toBe(target.text)
    }
    console.info(`${name}: ${result} of ${injected} found, ${others.length} other findings`)
    expect(injected).toBeGreaterThan(0)
    expect(result).toBe(injected)
    expect(others).toEqual([])
  })
})

describe('once on a page, reported', () => {
  const damages: readonly Damage[] = [
    [
      'another number',
      /l10n-number$/,
      /(?<!`[^\n]*|(?:Office|Microsoft) |[\p{L}\p{N}#/.-])[2-9]\d{1,3}(?![\p{L}\p{N}-])/u,
      (n) => n + '7',
    ],
    ['another page', /l10n-link$/, /(?<=\]\(\.\/)[a-z-]+(?=\.mdx)/, (page) => `not-${page}`],
    ['another heading', /l10n-link$/, /(?<=\.mdx#)[a-z-]+(?=\))/, (id) => `not-${id}`],
    [
      'a link that is lost',
      /l10n-link-missing$/,
      // Not one that the manual shows as code.
      /(?<!`[^\n]*)\[([^\]\n]+)\]\([^)\n]+\)/,
      (link) => /\[(.+)\]/.exec(link)?.[1] ?? '',
    ],
    [
      'other code',
      /l10n-code$/,
      /(?<=[\p{L}] )`[^`\n]+`(?=[ .,])/u,
      (code) => `${code.slice(0, -1)}x\``,
    ],
    ['code that is lost', /l10n-code$/, /(?<=[\p{L}] )`[^`\n]+`(?=[ .,])/u, 'ceci'],
    [
      'a sentence in German',
      /l10n-third-language$/,
      /(?<=\p{Ll}\.)(?=\n\n)/u,
      ' Bitte wählen Sie zuerst die Sprache aus, in der alles angezeigt werden soll.',
    ],
    ['another alert', /l10n-alert$/, /(?<=^ *> )\[!NOTE\]/m, '[!WARNING]'],
    ['a row that is lost', /l10n-table$/, /(?<=\|\n)\|[^\n]*\|\n(?=\|[^\n]*\|\n\n)/, ''],
    [
      'bold that is lost',
      /l10n-(?:bold-count|label)$/,
      /(?<=\p{L} )\*\*([^*\n]+)\*\*/u,
      (bold) => bold.replaceAll('*', ''),
    ],
  ]

  test.each(damages)('%s', (...damage) => {
    const [name, rule] = damage
    let [injected, result, others] = [0, 0, 0]
    for (const { source, target, text } of some(damage)) {
      const findings = lint(source, reread(target, text, source))
      injected++
      result += findings.some(({ problem }) => rule.test(problem.ruleId)) ? 1 : 0
      others += findings.filter(({ problem }) => !rule.test(problem.ruleId)).length
    }
    console.info(`${name}: ${result} of ${injected} found, ${others} other findings`)
    expect(injected).toBeGreaterThan(2)
    expect(result).toBe(injected)
    expect(others).toBe(0)
  })
})

/** Pages with the damage: not all that can have it, but some from all over the guides; all in the slow test. */
function some([name, , from, to]: Damage) {
  const pages = name.endsWith('in English') ? english : french
  const able = pages.flatMap((page) => {
    const { text, count } = damaged(page.target.text, from, to)
    return count > 0 ? [{ ...page, text, count }] : []
  })
  return sample(able, 3)
}

/** The page with the damage outside of its front matter, code and what is not words. */
function damaged(text: string, from: RegExp, to: string | Replacer) {
  let count = 0
  const fence = /(^---\n[\s\S]*?\n---\n|^```[\s\S]*?^```$)/m
  const parts = text.split(new RegExp(fence, 'gm')).map((part, index) => {
    if (index % 2 === 1 || (count > 0 && !from.global)) return part
    return part.replace(from, (match: string) => {
      count++
      return typeof to === 'function' ? to(match) : to
    })
  })
  return { text: parts.join(''), count }
}

function reread(page: BlockPage, text: string, source: BlockPage): BlockPage {
  return readBlocks({ ...page, text, dialect: 'guide' }, source)
}

function lint(source: BlockPage, target: BlockPage): Finding[] {
  const pairs = statesOf(source, target, undefined, glossary)
  return lintPage(pairs, { source, target }, { glossary, third, french: spacing })
}
