/**
 * How well untranslated sentences are found, by language: FastTrack sentences with their truth, and messages of two
 * programs that nothing here was set by.
 */
import { describe, expect, test } from 'vitest'
import { fastTrackCases } from '../../support/language-cases.ts'
import { type Figures, allCases, figuresOf, measuredPairs } from '../../support/language-figures.ts'
import { sample } from '../../support/sample.ts'
import { loadVote } from '#src/translation/language/detect-language.ts'
import { packageLists } from '#src/translation/language/lexicon.ts'

const fastTrack = fastTrackCases()
const percent = (part: number) => `${(100 * part).toFixed(2)} %`

function report(name: string, { count, untranslated, precision, recall, wrong }: Figures): void {
  const figures = `precision ${percent(precision)}, recall ${percent(recall)}`
  console.info(`detection ${name}: ${count} sentences, ${untranslated} untranslated; ${figures}`)
  for (const { text, isUntranslated } of wrong.slice(0, 5)) {
    console.info(`  ${isUntranslated ? 'missed' : 'false alarm'}: ${text.slice(0, 100)}`)
  }
}

describe.skipIf(fastTrack.size === 0)('FastTrack sentences', () => {
  test.each([...fastTrack])(
    'in %s: 99 % are found, 99 % of what is found is right',
    async (locale, cases) => {
      const figures = figuresOf(cases, ['en-US', locale], await loadVote('en-US', locale))
      report(`FastTrack en-US → ${locale}`, figures)
      expect(figures.precision).toBeGreaterThanOrEqual(0.99)
      expect(figures.recall).toBeGreaterThanOrEqual(0.99)
    },
  )
})

describe('messages of Lighthouse and TypeScript', () => {
  test.each(sample(measuredPairs, 7))(
    'from %s to %s: 98.5 % each',
    async (source, target) => {
      const cases = allCases(source, target, 'report')
      const figures = figuresOf(cases, [source, target], await loadVote(source, target))
      report(`${source} → ${target}`, figures)
      // A hundredth would be a single sentence of some.
      expect(figures.precision).toBeGreaterThanOrEqual(0.985)
      expect(figures.recall).toBeGreaterThanOrEqual(0.985)
    },
    60_000,
  )

  test('languages without any are named', () => {
    const measured = new Set(measuredPairs.flat().map((locale) => locale.split('-')[0]))
    const others = Object.keys(packageLists).filter((language) => !measured.has(language))
    console.info(`detection, not measured: ${others.join(', ')}`)
    expect(others).not.toContain('de')
  })
})
