/** Formats of a site’s own plugins: units as plain text with numbered tags, out and back. */
import type { FormatHook, FormatUnit } from '#plugins/hooks.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import { type ReadFile, type ReadUnit, fileProblem } from './read-unit.ts'
import { placeNote, type Unit, type UnitSet } from './unit.ts'
import { problemAt } from '#plugins/problems.ts'

/** A format, and the plugin that brings it. */
export interface PluginFormat extends FormatHook {
  plugin: string
}

/** Text of a file; throws what the plugin throws. */
export function writePluginFormat(
  { docset, sourceLocale, targetLocale, units }: UnitSet,
  format: PluginFormat,
): string {
  return format.write(units.map(plainUnit), { docset, sourceLocale, targetLocale })
}

function plainUnit(unit: Unit): FormatUnit {
  const { id, page, state, source, target } = unit
  return {
    id,
    page,
    state,
    source: toTags(source),
    ...(target && { target: toTags(target) }),
    note: placeNote(unit),
  }
}

/** What the plugin reads; a file that it cannot read is a problem, and gives no unit. */
export function readPluginFormat(text: string, name: string, format: PluginFormat): ReadFile {
  try {
    const read: unknown = format.read(text)
    if (!Array.isArray(read) || !read.every(isRead))
      throw new Error('`read` gave no list of units with `id` and `target`')
    const units = read.map(({ id, target }): ReadUnit => {
      // Only the plugin knows where in the file it is.
      return { id, target: fromTags(target), work: 'done', place: { line: 1, column: 1 } }
    })
    return { name, units, messages: [] }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const fault = `Plugin \`${format.plugin}\` cannot read the file: ${cause}.`
    const problem = fileProblem('exchange-syntax', fault, 'Repair the file or the plugin.')
    return { name, units: [], messages: [problemAt(name, problem)] }
  }
}

function isRead(unit: unknown): unit is { id: string; target: string } {
  const { id, target } = (unit ?? {}) as { id?: unknown; target?: unknown }
  return typeof id === 'string' && typeof target === 'string'
}
