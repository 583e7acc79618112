/** Tell which words of the interface a language has to borrow. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type StringTables, borrowedKeys, speakerOf } from './strings.ts'

const problem = defineProblems({
  'ui-language': (tag: string, speaker: string) => ({
    severity: 'warning',
    reason: `Language \`${tag}\` has no interface strings: its pages show those of \`${speaker}\`. Copy \`content/ui/${speaker}.json\` to \`content/ui/${tag}.json\` and translate it.`,
  }),
  'ui-missing': (tag: string) => ({
    severity: 'warning',
    reason: `The site has no interface strings: its pages show keys such as \`page.updated\`. Add \`content/ui/${tag}.json\`.`,
    note: 'Labels of phases, parties and services go there, too.',
  }),
  'ui-string-missing': (tag: string, keys: readonly string[]) => ({
    severity: 'warning',
    reason: `Unexpected missingStrings in the interface strings of \`${tag}\`, expected ${keys.map((key) => `\`${key}\``).join(', ')}: readers see the nearest language`,
  }),
})

/**
 * One message for each language that borrows all or some of its strings, one for a site that has none.
 *
 * @param tags - Languages of the site, in the order of its configuration.
 * @param config - Name of the site's configuration, for what is missing in no file; docfx docsets have none.
 */
export function missingStrings(
  tags: readonly string[],
  tables: StringTables,
  config?: string,
): VFileMessage[] {
  const [first] = tags
  if (tables.size === 0 && first !== undefined && config !== undefined)
    return [problemAt(config, problem('ui-missing', first))]
  return tags.flatMap((tag) => {
    const speaker = speakerOf(tag, tables)
    const keys = borrowedKeys(tag, tables)
    if (keys.length === 0) return []
    const file = `content/ui/${tag}.json`
    // The language has no file yet: what its translator copies is the speaker's.
    if (speaker !== tag)
      return [problemAt(`content/ui/${speaker}.json`, problem('ui-language', tag, speaker))]
    // A region borrows from its language without loss: nobody needs `en-US` beside `en`.
    return tables.has(tag) ? [problemAt(file, problem('ui-string-missing', tag, keys))] : []
  })
}
