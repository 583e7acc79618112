/** In which order test files run, so that no worker waits for a build and none is left alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** It builds what others look at: while one worker does, the other runs unit tests. */
const first = 'test/site/shared-sites.test.ts'

/** Each takes longer than any other file; the longest first. */
const long = [
  'browser/accessibility',
  'browser/old-links',
  'browser/old-links-folders',
  'browser/nginx',
]

/** The shared sites, unit tests, then all that needs a site: long files first, others as Vitest sorts them. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  if (moduleId.endsWith(first)) return 0
  if (project.name === 'unit') return 1
  const index = long.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  return 2 + (index === -1 ? long.length : index)
}
