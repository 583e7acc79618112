/** All rules, each with the languages and blocks that it is for. */
import { apostrophes } from './apostrophes.ts'
import { codeBlocks, codes } from './codes.ts'
import type { PageRule, PairRule } from './context.ts'
import { englishSigns } from './english-punctuation.ts'
import { frenchQuotes } from './french-quotes.ts'
import { frenchSpacing } from './french-spacing.ts'
import { frontMatterLanguage } from './front-matter-language.ts'
import { glossaryTerms } from './glossary-terms.ts'
import { labels } from './labels.ts'
import { links } from './links.ts'
import { numbers } from './numbers.ts'
import { spacesAroundMarks } from './spaces-around-marks.ts'
import { bold, straySpaces } from './stray-punctuation.ts'
import { steps } from './steps.ts'
import { alerts, tables } from './structure.ts'
import { script, thirdLanguage } from './third-language.ts'

/** Rules that need no source: for pages in the docset’s own language, too. */
export const typographyRules: readonly PairRule[] = [
  frenchSpacing,
  frenchQuotes,
  apostrophes,
  englishSigns,
  spacesAroundMarks,
  straySpaces,
]

/** For each block of the translation, with its source block where there is one. */
export const pairRules: readonly PairRule[] = [
  ...typographyRules,
  bold,
  links,
  numbers,
  codes,
  labels,
  glossaryTerms,
  thirdLanguage,
  script,
  frontMatterLanguage,
]

/** For what single blocks do not show: their order, and code. */
export const pageRules: readonly PageRule[] = [alerts, tables, steps, codeBlocks]
