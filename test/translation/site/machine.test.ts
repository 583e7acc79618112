/** What pages know of a machine’s work in them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSite } from '#src/cli/load-site.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { translatedDocset } from '../../support/translated-docset.ts'

const lock = 'fr-fr/l10n/moves.fr-FR.lock'

test('a page has the words of what a machine translated, and how much of it that is', async () => {
  const { passerelle, read, edit, folder } = await translatedDocset()
  await passerelle('sync')
  await passerelle('confirm', 'check')
  await writeFile(join(folder, lock), (await read(lock)).replaceAll(' assumed', ' machine'))
  await edit('fr-fr/moves/plan.md', 'quoi que ce soit.', 'quoi que ce soit, vraiment.')
  const terminal = { cwd: folder, root: folder }
  const folders = ['en-us', 'fr-fr']
  const site = await loadSite(folders, { url: undefined, base: undefined }, terminal, (found) =>
    withStates(found, folder, join(folder, 'fr-fr/l10n')),
  )
  const machineOf = (slug: string, locale: string) =>
    site.read.documents.find(({ page }) => page.slug === slug && page.locale === locale)?.page
      .machine
  const plan = machineOf('plan', 'fr-FR')
  expect(plan?.passages.length).toBeGreaterThan(1)
  expect(plan?.passages.join()).not.toContain('vraiment')
  expect(plan?.blocks).toBeLessThan(plan?.of ?? 0)
  expect(machineOf('check', 'fr-FR')).toBe(undefined)
  expect(machineOf('plan', 'en-US')).toBe(undefined)
})
