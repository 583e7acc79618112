/**
 * The facts of a docfx page: defaults of the docset, then of matching files, then of the page.
 *
 * `null` in the page takes a default away (docfx `docs/specs/metadata.yml`).
 */
import picomatch from 'picomatch'
import type { DocfxConfig } from './config.ts'

export interface DocfxFacts {
  title?: string
  description?: string
  /** `YYYY-MM-DD`. */
  updated?: string
  translation?: 'human' | 'machine'
}

type Values = Readonly<Record<string, unknown>>

/** The front matter of `path` over the defaults of `docfx.json`. */
export function factsOf(frontMatter: Values, path: string, build: DocfxConfig['build']): DocfxFacts {
  const values: Record<string, unknown> = { ...build.globalMetadata }
  for (const [key, patterns] of Object.entries(build.fileMetadata)) {
    for (const [glob, value] of Object.entries(patterns)) {
      if (picomatch.isMatch(path, glob, { nocase: true })) values[key] = value
    }
  }
  Object.assign(values, frontMatter)
  const updated = dayOf(values['ms.date'])
  return {
    ...text('title'),
    ...text('description'),
    ...(updated && { updated }),
    ...translationOf(values['ms.translationtype']),
  }

  function text<Key extends 'title' | 'description'>(key: Key) {
    const value = values[key]
    return (typeof value === 'string' && value.trim() ? { [key]: value.trim() } : {}) as { [K in Key]?: string }
  }
}

function translationOf(type: unknown): Pick<DocfxFacts, 'translation'> {
  // HT: human; MT: machine; MTE and the like: machine, then edited by a person.
  if (type === 'HT') return { translation: 'human' }
  return typeof type === 'string' && /^MT/.test(type) ? { translation: 'machine' } : {}
}

/** `ms.date` is written as in the United States, `7/01/2020`; ISO days are taken as they are. */
export function dayOf(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [american?.[3], american?.[1], american?.[2]]
  if (!year || !month || !day) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number.isNaN(Date.parse(date)) ? undefined : date
}
