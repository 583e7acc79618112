/**
 * The facts of a docfx page: defaults of the docset, then of matching files, then of the page.
 *
 * `null` in the page takes a default away (docfx `docs/specs/metadata.yml`).
 */
import picomatch from 'picomatch'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed } from '../address.ts'
import { americanDay, isoDay } from '../day.ts'
import type { PageReview } from '../page.ts'
import { reviewOf } from '../review.ts'
import { placeOf } from '../source-position.ts'
import type { DocfxConfig } from './config.ts'

const problem = defineProblems('docfx', {
  'ms-date': () => ({
    severity: 'warning',
    reason: '`ms.date` is no day, so no date is shown. Write one such as `7/01/2020`, month first.',
  }),
})

export const dateUnknown = (path: string, text: string): VFileMessage =>
  problemAt(path, problem('ms-date'), placeOf(text, 'ms.date'))

export interface DocfxFacts {
  title?: string
  description?: string
  /** `YYYY-MM-DD`. */
  updated?: string
  translation?: 'human' | 'machine'
  review?: PageReview
  variants: VariantFacts
}

/** The audiences of a page and its zones. */
export interface VariantFacts {
  /** Names of groups of pivots (`zone_pivot_groups`). */
  pivotGroups: readonly string[]
  /** The file that has these groups (`zone_pivot_group_filename`). */
  pivotFile?: string
  /** The versions that the page is for (`monikerRange`). */
  monikerRange?: string
}

type Values = Readonly<Record<string, unknown>>

/** The front matter of `path` over the defaults of `docfx.json`. */
export function factsOf(
  frontMatter: Values,
  path: string,
  build: DocfxConfig['build'],
): DocfxFacts {
  const values: Record<string, unknown> = { ...build.globalMetadata }
  for (const [key, patterns] of Object.entries(build.fileMetadata)) {
    for (const [glob, value] of Object.entries(patterns)) {
      if (picomatch.isMatch(composed(path), composed(glob), { nocase: true })) values[key] = value
    }
  }
  Object.assign(values, frontMatter)
  const updated = americanDay(values['ms.date'])
  return {
    ...text('title'),
    ...text('description'),
    ...(updated && { updated }),
    ...translationOf(values['ms.translationtype']),
    ...reviewIn(values, updated),
    variants: variantsOf(values),
  }

  function text<Key extends 'title' | 'description'>(key: Key) {
    const value = values[key]
    return (typeof value === 'string' && value.trim() ? { [key]: value.trim() } : {}) as {
      [K in Key]?: string
    }
  }
}

/** `review` as in guides, where a team keeps one: it counts from `ms.date`, and `ms.author` answers for the page. */
function reviewIn(values: Values, updated: string | undefined): Pick<DocfxFacts, 'review'> {
  const given = values['review']
  if (typeof given !== 'object' || given === null) return {}
  const { date, owner, every } = given as Values
  const review = reviewOf(isoDay(date) ?? updated, owner ?? values['ms.author'], every)
  return Object.keys(review).length ? { review } : {}
}

function translationOf(type: unknown): Pick<DocfxFacts, 'translation'> {
  // HT: human; MT: machine; MTE and the like: machine, then edited by a person.
  if (type === 'HT') return { translation: 'human' }
  return typeof type === 'string' && /^MT/.test(type) ? { translation: 'machine' } : {}
}

function variantsOf(values: Values): VariantFacts {
  const file = values['zone_pivot_group_filename']
  const range = textsOf(values['monikerRange'], /$^/).join(' || ')
  return {
    pivotGroups: textsOf(values['zone_pivot_groups'], /,/),
    ...(typeof file === 'string' && file.trim() && { pivotFile: file.trim() }),
    ...(range && { monikerRange: range }),
  }
}

/** The texts of a list, or of a text that is one. */
function textsOf(value: unknown, separator: RegExp): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list
    .flatMap((item) => (typeof item === 'string' ? item.split(separator) : []))
    .map((item) => item.trim())
    .filter(Boolean)
}
