/** A site of made-up pages that are as long as real ones: measurements build larger ones of the same kind. */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDocfx } from '../../bench/inputs/docfx.ts'
import { generatedPages } from '../../bench/inputs/pages.ts'
import { startPasserelle } from './child.ts'
import { digestOf, kept, program } from './kept.ts'

const root = join(import.meta.dirname, '../..')

/** Pages in its two sections. */
const sizes = [90, 40]

/** The folder of the site, for reading, and a page in the middle of a section. */
export async function generatedSite(): Promise<{ folder: string; page: string; title: string }> {
  const digest = await digestOf([...program, join(root, 'bench/inputs')], sizes)
  const pages = generatedPages(1, sizes)
  const folder = await kept('generated', digest, async (place) => {
    const sources = `${place}-sources`
    await writeDocfx(join(sources, 'fr-fr'), pages)
    const args = ['build', 'fr-fr', '--out', 'site', '--quiet']
    const { code, warned } = await startPasserelle(args, { cwd: sources }).ended
    if (code !== 0) throw new Error(warned)
    await cp(join(sources, 'site'), place, { recursive: true })
  })
  return { folder, page: 'fr-fr/docs/zone-1/section-1/page-045/', title: pages[45]!.title }
}
