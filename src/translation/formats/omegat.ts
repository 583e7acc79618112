/** A ready OmegaT project: open the folder and translate. */
import { writePo } from './po.ts'
import { type Memory, writeTmx } from './tmx.ts'
import type { UnitSet } from './unit.ts'
import { attributes, escapeXml } from './xml.ts'

export interface OmegatTerm {
  source: string
  target: string
  note?: string
}

/**
 * The project’s files, by their path in its folder.
 *
 * One unit is one segment: sentences are not split. What the memory has word for word is filled in.
 */
export function omegatProject(
  set: UnitSet,
  memory: Memory,
  terms: readonly OmegatTerm[] = [],
  revised?: Date,
): Map<string, string> {
  const name = `${set.docset.replace(/[^\w.-]+/g, '-')}.${set.sourceLocale}.${set.targetLocale}`
  return new Map([
    ['omegat.project', project(set)],
    [`source/${name}.po`, writePo(set, revised ? { revised } : {})],
    [`tm/auto/${name}.tmx`, writeTmx(memory, { codes: 'text' })],
    ['glossary/glossary.txt', glossary(terms)],
  ])
}

/** OmegaT’s tab-separated form: term, translation, note. */
function glossary(terms: readonly OmegatTerm[]): string {
  const cell = (text = '') => text.replace(/\s+/g, ' ').trim()
  return terms
    .map(({ source, target, note }) => `${[source, target, note].map(cell).join('\t').trimEnd()}\n`)
    .join('')
}

function project({ sourceLocale, targetLocale }: UnitSet): string {
  const settings: Readonly<Record<string, string>> = {
    source_dir: '__DEFAULT__',
    target_dir: '__DEFAULT__',
    tm_dir: '__DEFAULT__',
    glossary_dir: '__DEFAULT__',
    glossary_file: '__DEFAULT__',
    dictionary_dir: '__DEFAULT__',
    source_lang: sourceLocale,
    target_lang: targetLocale,
    sentence_seg: 'false',
    support_default_translations: 'true',
    remove_tags: 'false',
  }
  const lines = Object.entries(settings).map(
    ([key, value]) => `    <${key}>${escapeXml(value)}</${key}>\n`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<omegat>\n  <project${attributes({ version: '1.0' })}>\n${lines.join('')}  </project>\n</omegat>\n`
  )
}
