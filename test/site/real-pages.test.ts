/**
 * The rules on pages that people read: our own guides, which must be clean, and Microsoft’s FastTrack
 * docset, whose defects were counted beforehand by other means.
 */
import { join } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { nodeFileSystem } from '#src/node-file-system.ts'
import config from '#content/site.config.ts'
import { findOwnSite } from '#src/docsets/find-own-site.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { namesOnly, readGlossary } from '#src/translation/glossary/glossary.ts'
import { type Finding, messageOf } from '#src/translation/lint/finding.ts'
import { readIgnore, withoutAccepted } from '#src/translation/lint/ignore.ts'
import {
  type LintedDocset,
  lintSource,
  lintTranslation,
} from '#src/translation/lint/lint-docset.ts'
import { repairPage } from '#src/translation/lint/repair.ts'
import { parsePage } from '#src/translation/blocks/parse.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { hasFastTrack, openFastTrack } from '../support/fasttrack.ts'

const root = join(import.meta.dirname, '../..')

const { glossary } = readGlossary(textOf('glossary.csv') ?? '', 'glossary.csv')

test('our guides are clean in both languages, and nothing is accepted in vain', async () => {
  const opened = await findOwnSite({ root, config }, nodeFileSystem, {}, { textOnly: true })
  const linted: LintedDocset[] = []
  for (const docset of opened.docsets) {
    if (docset.kind !== 'guide') continue
    const french = { spacing: docset.docset.config.values.french, isStrict: true }
    for (const { locale } of docset.docset.editions) {
      if (locale === docset.docset.sourceLocale) continue
      const item = await lintTranslation(docset, locale, opened.context, { glossary, french })
      linted.push(
        item,
        await lintSource(docset, opened.context, { glossary, french }, item.sources),
      )
    }
  }
  const { accepted, messages } = readIgnore(textOf('ignore.csv') ?? '', 'ignore.csv')
  const problems = linted.flatMap(({ findings }) => findings)
  const left = withoutAccepted(problems, accepted, 'ignore.csv')
  const reports = [...messages, ...left.messages, ...left.findings.map(messageOf)]
  expect(reports.map((message) => `${message.file} ${String(message)}`)).toEqual([])
  expect(linted.reduce((sum, { pages }) => sum + pages.length, 0)).toBeGreaterThan(50)
})

describe.skipIf(!hasFastTrack)('FastTrack in French', () => {
  let linted: LintedDocset
  let seconds: number

  beforeAll(async () => {
    const { docset, context } = await openFastTrack()
    const before = process.cpuUsage()
    // As `check --lint` does: their own terms are not ours to judge.
    const settings = { glossary: namesOnly(glossary), french: { spacing: 'microsoft' as const } }
    linted = await lintTranslation(docset, 'fr-FR', context, settings)
    const { user, system } = process.cpuUsage(before)
    seconds = (user + system) / 1e6
  })

  test('has the defects that were counted beforehand, and few others', () => {
    const counts = countByRule(linted.findings)
    for (const [rule, { all, repairable }] of counts) {
      console.info(`${rule}: ${all}${repairable ? `, ${repairable} to repair` : ''}`)
    }
    console.info(`${linted.pages.length} pages in ${seconds.toFixed(2)} s CPU`)
    // By rule, what a search of the same pages found without this code.
    const counted: Record<string, number> = {
      'l10n-fr-space': 73,
      'l10n-fr-space-missing': 4,
      'l10n-fr-apostrophe': 194,
      'l10n-fr-unit': 4,
      'l10n-fr-dash': 13,
      'l10n-space-after-link': 2,
      'l10n-space-after-bold': 6,
      'l10n-space-in-link': 2,
      'l10n-space-before-stop': 5,
      'l10n-front-matter': 6,
    }
    for (const [rule, count] of Object.entries(counted)) {
      expect(counts.get(rule)?.all ?? 0, rule).toBeGreaterThanOrEqual(count)
    }
    // Links, pictures, code, numbers, tables and alerts are all as in the source.
    const same = /^l10n-(?:link|image|code|number|alert|table|steps|third|script)/
    expect([...counts.keys()].filter((rule) => same.test(rule))).toEqual([])
  })

  test('is repaired with nothing changed but spaces and apostrophes, and stays so', async () => {
    let places = 0
    let files = 0
    for (const page of linted.pages) {
      const { text, count } = repair(page)
      if (count === 0) continue
      places += count
      files++
      expect(letters(text), page.name).toBe(letters(page.text))
      expect(shape(text), page.name).toEqual(shape(page.text))
      const blocks = readBlocks({ ...page, text, dialect: 'docfx' }).blocks
      expect(blocks.map(({ kind, codes }) => [kind, codes])).toEqual(
        page.blocks.map(({ kind, codes }) => [kind, codes]),
      )
    }
    console.info(`repaired: ${places} places in ${files} files`)
    // What other code could repair safely.
    expect(places).toBeGreaterThanOrEqual(266)
  })

  function repair(page: BlockPage) {
    return repairPage(
      page,
      linted.findings.filter(({ name }) => name === page.name),
    )
  }
})

function textOf(name: string): string | undefined {
  const path = `${root}/content/l10n/${name}`
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function countByRule(findings: readonly Finding[]) {
  const counts = new Map<string, { all: number; repairable: number }>()
  for (const { problem, fix } of findings) {
    const count = counts.get(problem.ruleId) ?? { all: 0, repairable: 0 }
    counts.set(problem.ruleId, {
      all: count.all + 1,
      repairable: count.repairable + (fix ? 1 : 0),
    })
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b.all - a.all)
    .reduce(
      (map, [rule, count]) => map.set(rule, count),
      new Map<string, { all: number; repairable: number }>(),
    )
}

/** All signs of a file but spaces and the two apostrophes. */
function letters(text: string): string {
  return text.replace(/[\s'’]+/g, '')
}

/** Kinds of all nodes in the order of the tree. */
function shape(text: string): string[] {
  const kinds: string[] = []
  const walk = (node: { type: string; children?: unknown[] }) => {
    if (node.type !== 'text') kinds.push(node.type)
    for (const child of node.children ?? []) walk(child as typeof node)
  }
  walk(parsePage(text, 'docfx'))
  return kinds
}
