/**
 * Measure how well untranslated sentences are found: here, and with other ways to tell languages apart.
 *
 * The numbers of `src/translation/language/detect-language.ts` were set on one half of the sentences (`--half set`);
 * by default the other half is measured, which nothing was set by.
 */
import type { eld as Library } from 'eld/small'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Vote, loadVote, primary } from '../src/translation/language/detect-language.ts'
import { allCases, figuresOf, measuredPairs } from '../test/support/language-figures.ts'

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'report' },
    pairs: { type: 'string' },
    show: { type: 'boolean', default: false },
    /** A folder with other detectors in its `node_modules`. */
    packages: { type: 'string' },
  },
})

type Eld = typeof Library
type LoadDetector = (source: string, target: string) => Promise<Vote>

/** The detectors that are compared; those of packages only where they are installed. */
function detectors(): Map<string, LoadDetector> {
  const all = new Map<string, LoadDetector>([['Passerelle', loadVote]])
  if (!values.packages) return all
  const { resolve: find } = createRequire(join(resolve(values.packages), 'package.json'))
  const load = async <Module>(name: string) =>
    (await import(pathToFileURL(find(name)).href)) as Module
  all.set('eld small', async (source, target) =>
    oneOfTwo((await import('eld/small')).eld, source, target),
  )
  all.set('eld large', async (source, target) =>
    oneOfTwo((await import('eld/large')).eld, source, target),
  )
  all.set('tinyld', async (source, target) => {
    type TinyLd = { detect: (text: string, options: { only: string[] }) => string }
    const { detect } = await load<TinyLd>('tinyld')
    return (text) => detect(text, { only: [primary(source), primary(target)] }) || undefined
  })
  all.set('franc-min', async (source, target) => {
    type Franc = { franc: (text: string, options: { only: string[]; minLength: number }) => string }
    const { franc } = await load<Franc>('franc-min')
    const codes = codesOf(source, target)
    return (text) => codes.get(franc(text, { only: [...codes.keys()], minLength: 3 }))
  })
  all.set('lande', async (source, target) => {
    type Lande = { default: (text: string) => [string, number][] }
    const { default: lande } = await load<Lande>('lande')
    const codes = codesOf(source, target)
    return (text) => codes.get(lande(text).find(([code]) => codes.has(code))?.[0] ?? '')
  })
  return all
}

function oneOfTwo(eld: Eld, source: string, target: string): Vote {
  const detector = eld.newInstance()
  detector.setLanguageSubset([primary(source), primary(target)])
  return (text) => detector.detect(text).language || undefined
}

function codesOf(...locales: string[]): Map<string, string> {
  return new Map(locales.map((locale) => [threeLetters(locale), primary(locale)]))
}

/** ISO 639-3, which some packages answer in. */
function threeLetters(locale: string): string {
  const codes: Record<string, string> = {
    ...{ en: 'eng', de: 'deu', fr: 'fra', es: 'spa', it: 'ita', pt: 'por', nl: 'nld', pl: 'pol' },
    ...{ sv: 'swe', da: 'dan', fi: 'fin', cs: 'ces', hu: 'hun', ro: 'ron', tr: 'tur', ja: 'jpn' },
    ...{ zh: 'cmn', ko: 'kor', ru: 'rus' },
  }
  return codes[primary(locale)] ?? primary(locale)
}

const half = values.half === 'set' ? 'set' : 'report'
const wanted = values.pairs?.split(',').map((pair) => pair.trim())
const percent = (part: number) => (100 * part).toFixed(2)
const all = detectors()
console.log(`| pair | sentences | untranslated | ${[...all.keys()].join(' | ')} |`)
console.log(`|---|---|---|${'---|'.repeat(all.size)}`)
for (const [source, target] of measuredPairs) {
  if (wanted && !wanted.includes(`${source} ${target}`)) continue
  const cases = allCases(source, target, half)
  const cells: string[] = []
  let counts = ''
  for (const load of all.values()) {
    const figures = figuresOf(cases, [source, target], await load(source, target))
    counts = `${figures.count} | ${figures.untranslated}`
    cells.push(`${percent(figures.precision)} / ${percent(figures.recall)}`)
    if (values.show && cells.length === 1) {
      for (const { source: original, text, isUntranslated } of figures.wrong) {
        console.log(`${isUntranslated ? 'missed' : 'false'}: ${original} → ${text}`)
      }
    }
  }
  console.log(`| ${source} → ${target} | ${counts} | ${cells.join(' | ')} |`)
}
