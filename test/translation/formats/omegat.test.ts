/** Every unit of whole guides through OmegaT, where it is installed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromTags, toTags } from '#src/translation/codec/tags.ts'
import { accept } from '#src/translation/formats/accept.ts'
import { omegatProject } from '#src/translation/formats/omegat.ts'
import { readPo } from '#src/translation/formats/po.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { hasOmegat, inNoLanguage, timeout, workInOmegat } from '../../support/omegat.ts'
import { guideSets } from './pages.ts'

describe.skipIf(!hasOmegat())('OmegaT', { timeout }, () => {
  test('offers every unit once, and gives all of them back with their codes', async () => {
    for (const set of guideSets()) {
      const { units, sourceLocale, targetLocale } = set
      const sources = units.map(({ source }) => toTags(source))
      const texts = new Map(sources.map((source) => [source, inNoLanguage(source)]))
      const { folder, name } = await projectOf(untranslated(set))
      await workInOmegat(folder, { sourceLocale, targetLocale, texts })
      // The header of the file is no segment.
      const figures = await readFile(join(folder, 'omegat/project_stats.txt'), 'utf8')
      expect(/^Total:\s+(\d+)/m.exec(figures)?.[1]).toBe(String(units.length))
      const file = readPo(await readFile(join(folder, 'target', name), 'utf8'), name)
      expect(file.messages).toEqual([])
      expect(file.docset).toBe(set.docset)
      expect(file.units.map(({ id, target }) => [id, target])).toEqual(
        units.map(({ id }, index) => [id, fromTags(texts.get(sources[index] ?? '') ?? '')]),
      )
      const { messages, refused, accepted, unchanged } = accept(file, set)
      expect([messages, refused]).toEqual([[], []])
      expect(accepted.length + unchanged).toBe(units.length)
    }
  })
})

const untranslated = (set: UnitSet): UnitSet => ({
  ...set,
  units: set.units.map(({ target: _, ...unit }) => ({ ...unit, state: 'missing' })),
})

/** The project on disk, without a memory. */
async function projectOf(set: UnitSet): Promise<{ folder: string; name: string }> {
  const folder = await temporaryFolder()
  const none = { ...set, entries: [] }
  const { files, folders } = omegatProject(set, { confirmed: none, known: none })
  for (const path of folders) await mkdir(join(folder, path))
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const [source = ''] = [...files.keys()].filter((path) => path.startsWith('source/'))
  return { folder, name: source.slice('source/'.length) }
}
