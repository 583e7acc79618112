/**
 * `npm run bench`: what builds, saves and first views cost, and with `--peers` the same of other generators on the
 * same pages in the same run. The README says how it measures.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../test/support/browser.ts'
import { docusaurus } from './generators/docusaurus.ts'
import type { Generator } from './generators/generator.ts'
import { install } from './generators/install.ts'
import { passerelle } from './generators/passerelle.ts'
import { generatorOf } from './generators/peer.ts'
import { starlight } from './generators/starlight.ts'
import { vitepress } from './generators/vitepress.ts'
import { type Content, contentOf, inputs } from './inputs/inputs.ts'
import { generatedPages } from './inputs/pages.ts'
import { type Measured, buildFigures, built } from './measure/builds.ts'
import { devFigures } from './measure/dev.ts'
import { searchFigures, viewFigures } from './measure/network.ts'
import { deleteOldSites } from './measure/old-sites.ts'
import {
  type Cell,
  type Figures,
  type Sample,
  buildCells,
  isBuild,
  lookCells,
} from './measure/sample.ts'
import { goalTable } from './report/goals.ts'
import { buildTable, devTable, networkTable } from './report/tables.ts'

const usage = `npm run bench -- [--only ${Object.keys(inputs).join(',')}]
      [--cells ${[...buildCells, ...lookCells].join(',')}] [--runs 3] [--saves 50]
      [--peers] [--without vitepress,docusaurus] [--peer-pages 1001] [--against <checkout>]
      [--work <folder>] [--json <file>]
      --from <file>,<file> prints the tables of what --json has written before`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(inputs).join() },
    cells: { type: 'string', default: [...buildCells, ...lookCells].join() },
    runs: { type: 'string', default: '3' },
    saves: { type: 'string', default: '50' },
    peers: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    'peer-pages': { type: 'string', default: '1001' },
    against: { type: 'string' },
    work: { type: 'string', default: join(tmpdir(), 'passerelle-bench') },
    json: { type: 'string' },
    from: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const program = join(import.meta.dirname, '..')
const work = resolve(values.work)
const cells = [...buildCells, ...lookCells].filter((cell) => values.cells.split(',').includes(cell))
const own = passerelle('Passerelle', program)
const samples: Sample[] = []

if (values.help) console.log(usage)
else if (values.from !== undefined) await readAll(values.from.split(','))
else await measureAll().finally(deleteOldSites)
if (samples.length) {
  const tables = [goalTable, buildTable, networkTable, devTable].map((table) => table(samples))
  console.log(tables.filter(Boolean).join('\n\n'))
}

/** Runs of each file count as others than those of the next one. */
async function readAll(files: readonly string[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const record = JSON.parse(await readFile(file, 'utf8')) as { samples: Sample[] }
    for (const sample of record.samples) samples.push({ ...sample, run: sample.run + index * 1000 })
  }
}

async function measureAll(): Promise<void> {
  const contents = new Map<string, Content>()
  for (const name of values.only.split(',')) {
    const content = await contentOf(name)
    if (typeof content === 'string') console.error(content)
    else contents.set(name, content)
  }
  const others = othersAsked()
  for (const other of others) await install(other, folderOf(other))
  for (const generator of [own, ...others]) if (!generator.packages) await warmUp(generator)
  // Runs are outside: what is compared between inputs is measured at about the same time.
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const [input, content] of contents) await measure(input, content, others, run)
  }
}

/** A few pages, built once: the theme is compiled then, and so are modules of the program. */
async function warmUp(generator: Generator): Promise<void> {
  const content = { kind: 'pages', pages: generatedPages(1, [3]), question: '' } as const
  const measured = await measuredOf(generator, folderOf(generator), content)
  if (measured) await built(measured)
}

function othersAsked(): Generator[] {
  const without = values.without.toLowerCase().split(',')
  const peers = values.peers ? [starlight, vitepress, docusaurus] : []
  const asked = peers.filter(({ name }) => !without.includes(name.toLowerCase()))
  const before = values.against === undefined ? [] : [passerelle('before', resolve(values.against))]
  return [...before, ...asked.map(generatorOf)]
}

/** All cells of one input: each of the others right after Passerelle, which has its turn again before the next. */
async function measure(
  input: string,
  content: Content,
  others: readonly Generator[],
  run: number,
): Promise<void> {
  const ours = await measuredOf(own, join(work, 'passerelle', input), content)
  if (!ours) return
  const theirs: (readonly [string, Measured])[] = []
  for (const other of others) {
    const peer = await measuredOf(other, folderOf(other), content)
    const isSmall = !peer || !other.packages || peer.project.pages <= Number(values['peer-pages'])
    if (peer && isSmall) theirs.push([other.name, peer])
  }
  // One generator that fails does not take away what the others show.
  const failed = new Set<Measured>()
  for (const cell of cells) {
    const add = async (generator: string, measured: Measured) => {
      if (failed.has(measured)) return
      const report = (error: unknown) => {
        failed.add(measured)
        console.error(error instanceof Error ? error.message : String(error))
      }
      const figures = await figuresOf(cell, measured, run, generator !== own.name).catch(report)
      if (!figures || Object.keys(figures).length === 0) return
      const { pages } = measured.project
      samples.push({ input, pages, generator, cell, run, figures })
      console.error(`${run} ${input} ${generator} ${cell} ${JSON.stringify(figures)}`)
      if (values.json !== undefined) await writeFile(values.json, JSON.stringify(record()))
    }
    if (cell === 'cold-theme') {
      await add(own.name, ours)
      continue
    }
    for (const [index, [generator, measured]] of theirs.entries()) {
      if (index === 0 || isBuild(cell)) await add(own.name, ours)
      await add(generator, measured)
    }
    if (theirs.length === 0) await add(own.name, ours)
  }
}

async function measuredOf(
  generator: Generator,
  folder: string,
  content: Content,
): Promise<Measured | undefined> {
  await mkdir(folder, { recursive: true })
  const project = await generator.write(folder, content)
  return project && { project }
}

async function figuresOf(
  cell: Cell,
  measured: Measured,
  run: number,
  isOther: boolean,
): Promise<Figures> {
  if (isBuild(cell)) return buildFigures(measured, cell)
  // Bytes are the same in each run, and a save is the median of ten.
  if (run > 1) return {}
  const browser = await openBrowser()
  try {
    if (cell === 'dev')
      return await devFigures(browser, measured, isOther ? 10 : Number(values.saves))
    await built(measured)
    return await (cell === 'view' ? viewFigures : searchFigures)(browser, measured.project)
  } finally {
    await browser.close()
  }
}

function folderOf({ name }: Generator): string {
  return join(work, 'peers', name.toLowerCase())
}

function record(): object {
  const [{ model } = { model: '' }] = cpus()
  return { node: process.version, processors: cpus().length, model, load: loadavg(), samples }
}
