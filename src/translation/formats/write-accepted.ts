/** Write the accepted units of an import into the text of their pages. */
import type { BlockPage } from '../blocks/block.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { type WrittenPage, otherStructure, writeBack } from '../import/write-back.ts'
import { yamlFileText } from '../import/yaml-file.ts'
import type { AcceptedUnit } from './accept.ts'
import type { UnitSet } from './unit.ts'

/** A page with accepted units. */
export interface ChangedPage extends WrittenPage {
  slug: string
  /** There was no translation: `text` is the source page with the accepted units in it. */
  isNew: boolean
  /** Name of the file in messages; for a new page, that of its source. */
  name: string
  accepted: readonly AcceptedUnit[]
  /** New text of the file, if it is YAML. */
  yamlFile?: string
}

/**
 * Each page is written whole or not at all.
 *
 * @param textOf - The file’s text with its byte order mark. (default: the text as it was read)
 * @returns The pages with accepted units. The text of a page is unchanged if it had the units already, or if its
 *   `messages` report a problem.
 */
export function writeAccepted(
  accepted: readonly AcceptedUnit[],
  { pages, targetLocale }: UnitSet,
  textOf: (page: BlockPage) => string = ({ text }) => text,
): ChangedPage[] {
  const byPage = Map.groupBy(accepted, ({ unit }) => unit.page)
  return pages.flatMap(({ slug, dialect, source, target }): ChangedPage[] => {
    const own = byPage.get(slug)
    if (!own) return []
    const base = target ?? source
    const written = writeBack(
      { name: base.name, slug, locale: targetLocale, text: textOf(base), dialect },
      own.map(({ replacement }) => replacement),
      // A new page gets the ids of its headings from its source, too.
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
