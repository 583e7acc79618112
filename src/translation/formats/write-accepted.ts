/** New texts of all pages that an import changes. */
import type { BlockPage } from '../blocks/block.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { type WrittenPage, otherStructure, writeBack } from '../import/write-back.ts'
import { yamlFileText } from '../import/yaml-file.ts'
import type { AcceptedUnit } from './accept.ts'
import type { UnitSet } from './unit.ts'

export interface ChangedPage extends WrittenPage {
  slug: string
  /** The translation did not exist: `text` is the source page with the words that there are. */
  isNew: boolean
  /** Name of the file that was read, in messages; of a new page, its source’s. */
  name: string
  accepted: readonly AcceptedUnit[]
  /** Of a page whose file is YAML: the new text of the file. */
  yamlFile?: string
}

/**
 * Write accepted units into their pages, each page wholly or not at all.
 *
 * @param textOf - The file’s text as it is, with its byte order mark; by default as it was read.
 * @returns Pages with accepted units; their text is as it was where they say so already, and where something
 *   is wrong, which messages tell.
 */
export function writeAccepted(
  accepted: readonly AcceptedUnit[],
  { pages, targetLocale }: UnitSet,
  textOf: (page: BlockPage) => string = ({ text }) => text,
): ChangedPage[] {
  return pages.flatMap(({ slug, dialect, source, target }): ChangedPage[] => {
    const own = accepted.filter(({ unit }) => unit.page === slug)
    if (own.length === 0) return []
    const base = target ?? source
    const written = writeBack(
      { name: base.name, slug, locale: targetLocale, text: textOf(base), dialect },
      own.map(({ replacement }) => replacement),
      // A new page, too, has its headings' ids from its source.
      source,
    )
    const page = { ...written, slug, isNew: !target, name: base.name, accepted: own }
    return [base.yaml ? withYamlFile(page, base, source) : page]
  })
}

function withYamlFile(page: ChangedPage, base: BlockPage, source: BlockPage): ChangedPage {
  if (page.messages.length > 0) return page
  const yamlFile = yamlFileText(base, readBlocks({ ...base, text: page.text }, source))
  if (yamlFile !== undefined) return { ...page, yamlFile }
  return { ...page, messages: [otherStructure(page.name, 'other values', 'those of its YAML')] }
}
