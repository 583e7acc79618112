/** Report the strings that a language has to borrow from another one. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type StringTables, interfaceLanguages } from './interface-strings.ts'
import { borrowedKeys, interfaceLanguageOf } from './strings.ts'

const problem = defineProblems('configuration', {
  'ui-language': (tag: string, speaker: string) => ({
    severity: 'warning',
    reason: `Language \`${tag}\` has no interface strings, or too few: its pages show those of \`${speaker}\`. Copy \`src/i18n/strings/${fileOf(speaker)}.json\` to \`content/ui/${tag}.json\` and translate it.`,
  }),
  'ui-string-missing': (tag: string, keys: readonly string[]) => ({
    severity: 'warning',
    reason: `Strings are missing in \`${tag}\`; readers see another language. Add to \`content/ui/${tag}.json\`: ${keys.map((key) => `\`${key}\``).join(', ')}`,
  }),
})

/**
 * One message for each language that borrows all or some of its strings.
 *
 * @param tags - Languages of the site, in the order of its configuration.
 * @param own - Languages for which the site has a file of strings.
 * @param config - Name of that configuration: a language without a file is reported there.
 */
export function missingStrings(
  tags: readonly string[],
  tables: StringTables,
  own: { has: (tag: string) => boolean },
  config: string,
): VFileMessage[] {
  return tags.flatMap((tag) => {
    const speaker = interfaceLanguageOf(tag, tags, tables)
    const keys = borrowedKeys(tag, tables)
    if (keys.length === 0) return []
    const file = own.has(tag) ? `content/ui/${tag}.json` : config
    if (speaker !== tag) return [problemAt(config, problem('ui-language', tag, speaker))]
    // A region borrows from its language without loss: what that lacks is reported once, there.
    return tables.has(tag) ? [problemAt(file, problem('ui-string-missing', tag, keys))] : []
  })
}

/** The file of strings to begin with. */
function fileOf(speaker: string): string {
  return interfaceLanguages.includes(speaker) ? speaker : 'en'
}
