/** The builds that are measured: what there was before each, and what it cost. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Project } from '../generators/generator.ts'
import { withSentence } from '../inputs/edit.ts'
import { type Output, bytesOf, readOutput, rewriting } from './output.ts'
import { type Cost, costOf } from './run.ts'

export const buildCells = ['cold-theme', 'cold', 'unchanged', 'one'] as const
export type BuildCell = (typeof buildCells)[number]

export interface BuildSample extends Cost {
  cell: BuildCell
  bytes: number
  files: number
  /** Files of the site that were written by a build over a site that was there. */
  written?: number
  /** Of those, files with other content than before. */
  changed?: string[]
}

/** A project between two builds. */
export interface Measured {
  project: Project
  /** What the last build left; nothing before the first one. */
  output?: Output
  /** The text of the page that is edited, as it was written. */
  original?: string
}

let edits = 0

/**
 * Bring a project to where a cell starts, and build.
 *
 * An edited page stays edited, with another sentence each time: no build finds what an earlier one has kept.
 */
export async function sampleOf(
  measured: Measured,
  cell: BuildCell,
  forgetTheme?: () => Promise<void>,
): Promise<BuildSample> {
  const { project } = measured
  if (cell === 'cold' || cell === 'cold-theme') {
    await project.clear()
    delete measured.output
    if (cell === 'cold-theme') await forgetTheme?.()
  } else if (!measured.output) {
    await costOf(project.build)
    measured.output = await readOutput(project.out)
  }
  if (cell === 'one') {
    measured.original ??= await readFile(project.edited, 'utf8')
    const sentence = `Phrase nouvelle ${++edits}.`
    await writeFile(project.edited, withSentence(measured.original, sentence))
  }
  const cost = await costOf(project.build)
  const output = await readOutput(project.out)
  const sample: BuildSample = { ...cost, cell, bytes: bytesOf(output), files: output.size }
  if (measured.output) Object.assign(sample, rewriting(measured.output, output))
  measured.output = output
  return sample
}
