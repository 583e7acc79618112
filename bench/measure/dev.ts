/** A dev server while somebody writes: how long until what was saved is on the screen, and what it costs. */
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { type Measured, edit } from './builds.ts'
import { medianOf } from './median.ts'
import type { Figures } from './sample.ts'
import { endTree, start } from './started.ts'
import { treeUse } from './tree.ts'

/** So many saves are timed; those after them only show what memory does. */
const timed = 10
const early = 5
/** How long a server may take to answer, or to show what was saved, in milliseconds. */
const patience = 180_000

/** Start the server, open the page, save it `saves` times. */
export async function devFigures(
  browser: Browser,
  measured: Measured,
  saves: number,
): Promise<Figures> {
  const { dev, shown } = measured.project
  if (!dev || !shown) return {}
  const port = await freePort()
  const { args, cwd } = dev(port)
  const server = start(process.execPath, args, cwd, 'ignore')
  const context = await browser.newContext()
  try {
    const url = `http://127.0.0.1:${port}/${shown.path}`
    await answers(url, server)
    const page = await context.newPage()
    await page.goto(url, { timeout: patience })
    await shows(page, shown.text)
    return await save(page, server.pid!, measured, saves)
  } finally {
    await context.close()
    endTree(server)
    // What was built last is of another text.
    delete measured.output
  }
}

async function save(page: Page, pid: number, measured: Measured, saves: number): Promise<Figures> {
  const walls: number[] = []
  const cpus: number[] = []
  const memories: number[] = []
  for (let count = 1; count <= saves; count++) {
    const before = await calm(pid)
    const began = performance.now()
    await shows(page, await edit(measured))
    walls.push((performance.now() - began) / 1000)
    cpus.push((await calm(pid)) - before)
    memories.push(treeUse(pid).memory)
  }
  return {
    wall: medianOf(walls.slice(0, timed)),
    cpu: medianOf(cpus.slice(0, timed)),
    memory: memories[Math.min(early, saves) - 1]!,
    memoryAtEnd: memories.at(-1)!,
    saves,
  }
}

/** Looked for each time that the browser draws; it may load the page again meanwhile. */
async function shows(page: Page, text: string): Promise<void> {
  const isShown = (words: string) => document.body?.textContent.includes(words)
  await page.waitForFunction(isShown, text, { timeout: patience, polling: 'raf' })
}

/** CPU seconds that the server has used when it has nothing more to do. */
async function calm(pid: number): Promise<number> {
  let before = treeUse(pid).cpu
  for (;;) {
    await sleep(400)
    const now = treeUse(pid).cpu
    if (now - before <= 0.02) return now
    before = now
  }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + patience
  while (performance.now() < end && server.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`No answer from ${server.spawnargs.join(' ')} at ${url}`)
}

/** A port that nothing listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
