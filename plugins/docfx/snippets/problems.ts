/** What can be wrong with code that is taken from a file; docfx publishes such a page, so all are warnings. */
import { limits } from '../../limits/problems.ts'
import { defineProblems } from '../../problems.ts'

/** A repository that a docset takes code from and that is not there. */
export interface MissingRepository {
  /** Where it would be, relative to the docset’s own repository. */
  folder: string
  /** Where it can be had; may be empty. */
  url: string
}

/** What to do about it. */
export function repositoryAdvice({ url, folder }: MissingRepository): string {
  return `Put ${url ? `\`${url}\`` : 'it'} into \`${folder}\`, beside the publishing configuration.`
}

/** More names than this are not listed. */
const most = 20

export const problem = defineProblems('docfx', {
  'snippet-missing': (path: string, repository?: MissingRepository) => ({
    severity: 'warning',
    reason: repository
      ? `The file of this code, \`${path}\`, is in another repository that is not here, so readers see a note in its place. ${repositoryAdvice(repository)}`
      : `The file of this code, \`${path}\`, is not in this docset, so readers see a note in its place. Correct the path, or add the file.`,
  }),
  'snippet-case': (path: string, actual: string) => ({
    severity: 'warning',
    reason: `The file of this code is called \`${actual}\`, not \`${path}\`. Write the path in the same letter case.`,
  }),
  'snippet-region': (name: string, path: string, names: readonly string[]) => ({
    severity: 'warning',
    reason: `\`${path}\` has no region \`${name}\`, so no code is shown. ${existing(names)}`,
  }),
  'snippet-region-open': (name: string, path: string) => ({
    severity: 'warning',
    reason: `The region \`${name}\` of \`${path}\` has no end, so no code is shown. Close it there, with the tag \`</${name}>\` or \`#endregion\`.`,
  }),
  'snippet-lines': (lines: string, path: string, count: number) => ({
    severity: 'warning',
    reason: `\`${path}\` has no lines \`${lines}\`: it has ${count}. Correct the numbers.`,
  }),
  'snippet-option': (typed: string, options: readonly string[]) => ({
    severity: 'warning',
    reason: `\`${typed}\` says nothing about this code and is left out. Write one of ${options.map((option) => `\`${option}\``).join(', ')}.`,
  }),
  'snippet-notebook': (path: string) => ({
    severity: 'warning',
    reason: `\`${path}\` is no notebook, so no code is shown. Name an \`.ipynb\` file.`,
  }),
  'snippet-cell': (name: string, path: string, count: number) => ({
    severity: 'warning',
    reason: count
      ? `${count} cells of \`${path}\` are called \`${name}\`, so no code is shown. Give each a name of its own.`
      : `\`${path}\` has no cell \`${name}\`, so no code is shown. Give a cell this name in its metadata.`,
  }),
  'snippet-limit': () => ({
    severity: 'warning',
    reason: `The code of this page has more than ${limits.characters} characters with this file, so readers see a note in its place. Take fewer lines.`,
  }),
})

function existing(names: readonly string[]): string {
  if (names.length === 0) return 'It has no regions: choose lines by their numbers, `range=1-5`.'
  const shown = names.slice(0, most).map((name) => `\`${name}\``)
  return `Name one that it has: ${shown.join(', ')}${names.length > most ? ', …' : ''}.`
}
