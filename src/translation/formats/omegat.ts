/** A ready OmegaT project: open the folder and translate. */
import { writePo } from './po.ts'
import { type Memory, type MemoryEntry, writeTmx } from './tmx.ts'
import type { UnitSet } from './unit.ts'
import { attributes, escapeXml } from './xml.ts'

export interface OmegatTerm {
  source: string
  target: string
  note?: string
}

export interface OmegatProject {
  /** Texts by their path in its folder. */
  files: ReadonlyMap<string, string>
  /** Folders without which OmegaT does not open it, though nothing is in them yet. */
  folders: readonly string[]
}

/** Pairs for a translator: the confirmed ones, and all that are known. */
export interface OmegatMemories {
  confirmed: Memory
  known: Memory
}

/**
 * A project of one file, whose memories and terms are those of the docset.
 *
 * One unit is one segment: sentences are not split. What is confirmed word for word is filled in
 * (`tm/auto`); what is not confirmed yet is only offered (`tm`), since what OmegaT fills in comes back
 * like any other translation.
 */
export function omegatProject(
  set: UnitSet,
  { confirmed, known }: OmegatMemories,
  terms: readonly OmegatTerm[] = [],
  revised?: Date,
): OmegatProject {
  const name = `${set.docset.replace(/[^\w.-]+/g, '-')}.${set.sourceLocale}.${set.targetLocale}`
  return {
    files: new Map([
      ['omegat.project', project(set)],
      ['omegat/filters.xml', filters],
      [`source/${name}.po`, writePo(set, revised ? { revised } : {})],
      [`tm/auto/${name}.tmx`, writeTmx(confirmed, { codes: 'text' })],
      [`tm/${name}.tmx`, writeTmx(without(confirmed, known), { codes: 'text' })],
      ['glossary/glossary.txt', glossary(terms)],
    ]),
    folders: ['target'],
  }
}

function without(confirmed: Memory, known: Memory): Memory {
  const keyOf = ({ hash, target }: MemoryEntry) => JSON.stringify([hash, target])
  const keys = new Set(confirmed.entries.map(keyOf))
  return { ...known, entries: known.entries.filter((entry) => !keys.has(keyOf(entry))) }
}

/** The header of a PO file is not for translators: the docset’s name is in it. */
const filters = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<filters>
  <filter className="org.omegat.filters2.po.PoFilter" enabled="true">
    <files sourceFilenameMask="*.po" targetFilenamePattern="\${filename}" sourceEncoding="UTF-8" targetEncoding="UTF-8"/>
    <option name="skipHeader" value="true"/>
  </filter>
</filters>
`

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
