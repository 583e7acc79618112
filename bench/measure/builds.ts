/** The builds that are measured: what there was before each, and what it cost. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Project } from '../generators/generator.ts'
import { withSentence } from '../inputs/edit.ts'
import { type Output, bytesOf, readOutput, rewritten } from './output.ts'
import { costOf } from './run.ts'
import type { BuildCell, Figures } from './sample.ts'

/** A project between two builds. */
export interface Measured {
  project: Project
  /** What the last build left; nothing before the first one. */
  output?: Output
  /** The text of the page that is edited, as it was written. */
  original?: string
}

let edits = 0

/** Bring a project to where a cell starts, and build. */
export async function buildFigures(measured: Measured, cell: BuildCell): Promise<Figures> {
  const { project } = measured
  if (cell === 'cold' || cell === 'cold-theme') {
    await project.clear()
    delete measured.output
    if (cell === 'cold-theme') await project.forgetTheme?.()
  } else {
    await built(measured)
    if (cell === 'one') await edit(measured)
  }
  const cost = await costOf(project.build)
  const output = await readOutput(project.out)
  const figures: Figures = { ...cost, bytes: bytesOf(output), files: output.size }
  if (measured.output) {
    const { written, changed } = rewritten(measured.output, output)
    Object.assign(figures, { written: written.length, changed: changed.length })
  }
  measured.output = output
  return figures
}

/** See that there is a site that is up to date. */
export async function built(measured: Measured): Promise<void> {
  if (measured.output) return
  await costOf(measured.project.build)
  measured.output = await readOutput(measured.project.out)
}

/**
 * Change the page, in the middle; gives the new words.
 *
 * It stays so, and gets others the next time: nothing that was kept of it before can be used.
 */
export async function edit(measured: Measured): Promise<string> {
  const { edited } = measured.project
  measured.original ??= await readFile(edited, 'utf8')
  const sentence = `Phrase nouvelle ${++edits}.`
  await writeFile(edited, withSentence(measured.original, sentence))
  return sentence
}
