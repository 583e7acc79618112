/**
 * `npm run bench`: what builds, saves and first views cost, and with `--peers` the same of other generators on the
 * same pages in the same run. How it measures is in the README.
 */
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { writeFile } from 'node:fs/promises'
import { install } from './generators/install.ts'
import { forgetTheme, writePages } from './generators/passerelle.ts'
import { starlight } from './generators/starlight.ts'
import { generatedPages, type NeutralPage } from './inputs/pages.ts'
import { neutralPages } from './inputs/real-pages.ts'
import { type BuildCell, type BuildSample, buildCells, sampleOf } from './measure/builds.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '36,1001' },
    cells: { type: 'string', default: 'cold,unchanged,one' },
    peers: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    work: { type: 'string', default: join(tmpdir(), 'passerelle-bench') },
    json: { type: 'string' },
  },
})
const program = join(import.meta.dirname, '..')
const fasttrack = join(program, '../shared/docsets/fasttrack-2020-07/fr-fr/fasttrack')

const inputs: Record<string, () => Promise<NeutralPage[]>> = {
  '36': () => neutralPages(fasttrack),
  '1001': async () => generatedPages(1000),
  '5001': async () => generatedPages(5000),
}
const cells = buildCells.filter((cell) => values.cells.split(',').includes(cell))
const samples: (BuildSample & { input: string; generator: string; run: number })[] = []
const peers = values.peers ? [starlight] : []

for (const input of values.only.split(',')) {
  const pages = await inputs[input]!()
  const own = { project: await writePages(program, join(values.work, input, 'passerelle'), pages) }
  await sampleOf(own, 'cold')
  const others = []
  for (const peer of peers) {
    const folder = join(values.work, 'peers', peer.name)
    await install(peer, folder)
    others.push({
      name: peer.name,
      measured: { project: { ...(await peer.write(folder, pages)), pages: pages.length } },
    })
  }
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const cell of cells) {
      const add = async (generator: string, measured: typeof own, cell: BuildCell) => {
        const sample = await sampleOf(measured, cell, () => forgetTheme(program))
        samples.push({ ...sample, input, generator, run })
        console.log(
          [
            input,
            run,
            generator,
            cell,
            `${sample.cpu.toFixed(2)} CPU s`,
            `${sample.wall.toFixed(1)} s`,
            `${(sample.memory / 1e6).toFixed(0)} MB`,
            `${(sample.bytes / 1e6).toFixed(1)} MB out`,
            `${sample.files} files`,
            `written ${sample.written}`,
            `changed ${sample.changed?.length} ${sample.changed?.slice(0, 3).join(' ')}`,
          ].join('  '),
        )
      }
      await add('passerelle', own, cell)
      for (const { name, measured } of others) await add(name, measured, cell)
    }
  }
}
if (values.json) await writeFile(values.json, JSON.stringify(samples))
