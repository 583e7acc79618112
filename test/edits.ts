/** `npm run edits`: is a build with all that earlier ones have left the build that finds nothing? */
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runEdits } from './support/edits/run-edits.ts'
import { type SiteName, makeSite } from './support/edits/sites.ts'

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'small' },
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '10' },
    at: { type: 'string', default: '.passerelle/edits' },
  },
})
const folder = join(resolve(values.at), values.site)
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const site = await makeSite(values.site as SiteName, folder)
const [count, seed, every] = [Number(values.count), Number(values.seed), Number(values.every)]
const report = await runEdits(site, { count, seed, every, log: console.log })
console.log(JSON.stringify(report, undefined, 2))
process.exitCode = report.differences.length ? 1 : 0
