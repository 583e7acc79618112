/** A build that takes what it can from earlier ones is, byte for byte, the build that takes nothing. */
import { expect, test } from 'vitest'
import { runEdits } from '../support/edits/run-edits.ts'
import { hasSite, makeSite, type SiteName } from '../support/edits/sites.ts'
import { temporaryFolder } from '../support/folder.ts'
import { isSlow } from '../support/sample.ts'

const given = process.env['SEED']

interface Run {
  name: SiteName
  count: number
  every: number
}

const few: Run[] = [{ name: 'small', count: 4, every: 4 }]
const many: Run[] = [
  { name: 'small', count: 30, every: 6 },
  { name: 'fasttrack', count: 10, every: 5 },
  { name: 'guides', count: 10, every: 5 },
]

// `npm run edits` makes as many edits as there is time for.
test.each((isSlow ? many : few).filter(({ name }) => hasSite(name)))(
  'after $count edits of $name',
  async ({ name, ...run }) => {
    const site = await makeSite(name, await temporaryFolder())
    const report = await runEdits(site, { ...run, seed: Number(given ?? 11) })
    expect(report).toMatchObject({ edits: run.count, differences: [] })
  },
)

test('a site that cannot be built before its first edit is reported with the build’s output', async () => {
  const site = await makeSite('small', await temporaryFolder())
  const run = runEdits({ ...site, folders: ['gone'] }, { count: 1, every: 1, seed: 1 })
  await expect(run).rejects.toThrow(/cannot be built before its first edit:\s+.*gone/)
})
