/**
 * YAML of nothing but lines of `key: text`, which is what most front matter is, read without the `yaml` package: that
 * took a twentieth of all reading. Whatever could mean anything else is left to the package.
 */
import { limits } from '#plugins/limits/problems.ts'
import { memoizeLast } from './last-result.ts'

/** A key, then a text in quotes without escapes, a text that begins with a letter, or a date with slashes. */
const line =
  /^([a-z][\w.-]{0,99}): +(?:"([^"\\\r]*)"|'([^'\r]*)'|(\p{L}(?:.*[^ :])?|\d\d?\/\d\d?\/\d{2,4})) *$/iu
/** YAML takes these words for values of other types; as keys, too. */
const notText = /^(?:true|false|null)$/i
/** A map in a line, and a comment. */
const inner = /: | #/
/** What YAML refuses, or takes for the end of a line. */
const control = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/

/** The entries, as `yaml` reads them; undefined where it must be asked. The result is shared and must not be changed. */
export const plainYaml: (yaml: string) => Readonly<Record<string, string>> | undefined =
  memoizeLast(readLines)

function readLines(yaml: string): Record<string, string> | undefined {
  if (yaml.length > limits.yamlCharacters || control.test(yaml) || !yaml.isWellFormed()) return
  const entries: Record<string, string> = {}
  for (const text of yaml.split(/\r?\n/)) {
    const [, key, double, single, plain = ''] = line.exec(text) ?? []
    if (key === undefined || notText.test(key) || Object.hasOwn(entries, key)) return
    if (notText.test(plain) || inner.test(plain)) return
    entries[key] = double ?? single ?? plain
  }
  return entries
}
