/** The French of the FastTrack docset as a translation memory of another tool. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toTags } from '#src/translation/codec/tags.ts'
import { readPo } from '#src/translation/formats/po.ts'
import { copiedFastTrack, hasFastTrack } from '../support/fasttrack.ts'
import { hasOmegat, timeout, workInOmegat } from '../support/omegat.ts'

test.skipIf(!hasFastTrack)(
  'a memory of another tool with the French of FastTrack offers each unit that it has, also in OmegaT',
  { timeout },
  async () => {
    const { cwd, passerelle, read } = await copiedFastTrack()
    await passerelle('sync')
    await passerelle('sync')
    await passerelle('export', '--out', 'year', '--to', 'tmx')
    const own = await read('year/fasttrack.fr-FR.tmx')
    // Another tool has no hashes, and writes codes as HTML.
    const foreign = own
      .replace(/creationtool="\w+"/, 'creationtool="Other"')
      .replaceAll(/ tuid="[^"]*"/g, '')
      .replaceAll(/(<(?:bpt|ept|ph)[^>]*>)&lt;[^<]*(?=<)/g, '$1&lt;x&gt;')
    await writeFile(join(cwd, 'year.tmx'), foreign)
    for (const page of ['O365-data-migration.md', 'EMS-onboarding-phases.md']) {
      await rm(join(cwd, 'fr-fr/fasttrack', page))
    }
    await rm(join(cwd, 'fr-fr/l10n'), { recursive: true })
    expect(await passerelle('import', 'year.tmx')).toMatchObject({ code: 0 })
    const { printed } = await passerelle('export', '--out', 'work', '--only', 'missing')
    expect(printed).toMatch(/[1-9]\d+ units/)
    const name = 'fasttrack.en-US.fr-FR'
    const { units, messages } = readPo(await read(`work/${name}.po`), name)
    expect(messages).toEqual([])
    const sourcesOf = (text: string) =>
      new Set(
        [...text.matchAll(/<seg>(.*?)<\/seg><\/tuv><tuv/g)].map(([, seg = '']) => wordsOf(seg)),
      )
    const known = sourcesOf(own)
    const inMemory = units.filter(({ source = [] }) => known.has(wordsOf(toTags(source))))
    const offered = inMemory.filter(({ target }) => target)
    console.info(
      `Memory: ${units.length} units wait, ${inMemory.length} are in the memory, ${offered.length} of these offered; ` +
        `${units.filter(({ target }) => target).length} offered in all`,
    )
    expect(inMemory.length).toBeGreaterThan(100)
    expect(inMemory.filter((unit) => !offered.includes(unit))).toEqual([])
    if (!hasOmegat()) return
    await passerelle('export', '--out', 'work', '--to', 'omegat', '--only', 'missing')
    const project = join(cwd, `work/${name}.omegat`)
    await mkdir(join(project, 'tm/auto'), { recursive: true })
    await rename(join(project, `tm/${name}.tmx`), join(project, `tm/auto/${name}.tmx`))
    await workInOmegat(project, { sourceLocale: 'en-US', targetLocale: 'fr-FR', texts: new Map() })
    const made = readPo(await read(`work/${name}.omegat/target/${name}.po`), name).units
    const filled = made.filter(({ target }) => target)
    console.info(`OmegaT fills in ${filled.length} of ${made.length} from the memory`)
    expect(filled.length).toBeGreaterThanOrEqual(offered.length)
  },
)

/** Without codes and their content. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/<(bpt|ept|ph)[^>]*>.*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#10;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
