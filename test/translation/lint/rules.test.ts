/**
 * Every rule by folders: `test/fixtures/lint/<rule>/<claim>/`.
 *
 * `input` is the translation and `source` what it translates, each with its locale in its name; without a
 * source, the page is itself one. `messages.txt` is what `check` says, `fixed` what `check --fix` makes
 * of the input; it is absent where nothing is repaired. A `glossary.csv` counts for its case.
 */
import { fileURLToPath } from 'node:url'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { readGlossary } from '#src/translation/glossary/glossary.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import type { LintSettings } from '#src/translation/lint/context.ts'
import type { Finding } from '#src/translation/lint/finding.ts'
import { lintPage, lintSourcePage } from '#src/translation/lint/lint.ts'
import { repairPage } from '#src/translation/lint/repair.ts'
import { loadThirdVote } from '#src/translation/lint/third-language.ts'

const root = fileURLToPath(new URL('../../fixtures/lint/', import.meta.url))
const rules = foldersIn(root)

describe.each(rules)('%s', (rule) => {
  test.each(foldersIn(`${root}${rule}/`))('%s', async (claim) => {
    const folder = `${root}${rule}/${claim}/`
    const input = readPage(folder, 'input')
    const source = readPage(folder, 'source')
    if (!input) throw new Error(`No input in ${folder}`)
    const settings = await settingsOf(folder, input, source)
    const findings = lint(input, source, settings)
    await expect(format(findings)).toMatchFileSnapshot(`${folder}messages.txt`)

    const { text } = repairPage(input, findings)
    const fixed = `${folder}${input.name.replace('input', 'fixed')}`
    if (text !== input.text) await expect(text).toMatchFileSnapshot(fixed)
    else expect(existsSync(fixed), 'nothing was repaired').toBe(false)
    const again = repairPage(reread(input, text), lint(reread(input, text), source, settings))
    expect(again.count, 'a second run repairs nothing more').toBe(0)
  })
})

test('every rule has a fixture that triggers it, and a line in the README', () => {
  const code = fileURLToPath(new URL('../../../src/translation/lint/', import.meta.url))
  const ids = readdirSync(code)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(code + name, 'utf8').matchAll(/^ {2}'(l10n-[\w-]+)':/gm)])
    .flatMap(([, id]) => id ?? [])
  expect(ids.length).toBeGreaterThan(35)
  expect(ids.toSorted()).toEqual(rules)
  const silent = rules.filter((rule) => {
    const reports = foldersIn(`${root}${rule}/`).map((claim) =>
      readFileSync(`${root}${rule}/${claim}/messages.txt`, 'utf8'),
    )
    return !reports.some((messages) => messages.includes(` ${rule} `))
  })
  expect(silent).toEqual([])
  const readme = readFileSync(`${code}README.md`, 'utf8')
  expect(rules.filter((rule) => !readme.includes(`\`${rule}\``))).toEqual([])
})

function lint(input: BlockPage, source: BlockPage | undefined, settings: LintSettings): Finding[] {
  if (!source) return lintSourcePage(input, settings)
  const pairs = statesOf(source, input, undefined, settings.glossary)
  return lintPage(pairs, { source, target: input }, settings)
}

/** As `check` has them for guides (`.mdx`) and for docfx docsets (`.md`). */
async function settingsOf(
  folder: string,
  input: BlockPage,
  source: BlockPage | undefined,
): Promise<LintSettings> {
  const path = `${folder}glossary.csv`
  const text = existsSync(path) ? readFileSync(path, 'utf8') : 'term'
  const { glossary, messages } = readGlossary(text, path)
  expect(messages).toEqual([])
  const french = input.name.endsWith('.mdx')
    ? { spacing: 'imprimerie' as const, isStrict: true }
    : { spacing: 'microsoft' as const }
  const third = source && (await loadThirdVote(source.locale, input.locale))
  return { glossary, french, ...(third && { third }) }
}

function readPage(folder: string, role: 'input' | 'source'): BlockPage | undefined {
  const name = readdirSync(folder).find((value) => value.startsWith(`${role}.`))
  const [, locale, extension] = name?.split('.') ?? []
  if (!name || !locale) return undefined
  const text = readFileSync(folder + name, 'utf8')
  const dialect = extension === 'mdx' ? 'guide' : 'docfx'
  return readBlocks({ name, slug: 'page', locale, text, dialect })
}

function reread(page: BlockPage, text: string): BlockPage {
  return readBlocks({ ...page, text, dialect: page.name.endsWith('.mdx') ? 'guide' : 'docfx' })
}

function format(findings: readonly Finding[]): string {
  return findings
    .map(({ problem, place: { start, end } }) => {
      const place = `${start.line}:${start.column}-${end.line}:${end.column}`
      return `${place} ${problem.severity} ${problem.ruleId} ${problem.reason}\n`
    })
    .join('')
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
