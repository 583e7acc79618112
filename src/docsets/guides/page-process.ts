/** The phase and the service of a guide page, from its front matter. */
import type { VFileMessage } from 'vfile-message'
import { type Vocabulary, nameUnknown } from '#plugins/guide/vocabulary.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { placeOf } from '../source-position.ts'

export interface PageProcess {
  phase?: string
  service?: string
}

/** The values of a source page, for its translations. */
export interface SourceProcess extends PageProcess {
  /** The file’s name and text, for positions in messages. */
  name: string
  text: string
}

const problem = defineProblems('procedures', {
  'phase-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'service-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'page-process-differs': (key: string, actual: string, expected: string, location: string) => ({
    severity: 'error',
    reason: `The ${key} here is \`${actual}\`, the source at ${location} has ${expected}. Delete it here.`,
    note: 'A translation needs neither: both come from the source page.',
  }),
})

/** The values that the docset knows. */
export function pageProcess(
  data: Readonly<Record<string, unknown>>,
  { phases, services }: Vocabulary,
): PageProcess {
  const { phase, service } = data
  return {
    ...(typeof phase === 'string' && phases.has(phase) && { phase }),
    ...(typeof service === 'string' && services.has(service) && { service }),
  }
}

/**
 * Problems for values that the docset does not define, and for those that differ between a translation and its
 * source.
 */
export function* pageProcessProblems(
  data: Readonly<Record<string, unknown>>,
  vocabulary: Vocabulary,
  file: { name: string; text: string },
  source: SourceProcess | undefined,
): Generator<VFileMessage> {
  const lists = { phase: vocabulary.phases, service: vocabulary.services }
  for (const key of ['phase', 'service'] as const) {
    if (data[key] === undefined || data[key] === null) continue
    const named = data[key]
    const value = typeof named === 'string' ? named : JSON.stringify(named)
    const place = placeOf(file.text, `${key}:`)
    if (!lists[key].has(value)) {
      yield problemAt(file.name, problem(`${key}-unknown`, key, value, lists[key]), place)
    } else if (source && source[key] !== value) {
      const { line, column } = placeOf(source.text, source[key] ? `${key}:` : '---').start
      const expected = source[key] ? `\`${key}: ${source[key]}\`` : `no \`${key}\``
      const location = `${source.name}:${line}:${column}`
      yield problemAt(
        file.name,
        problem('page-process-differs', key, value, expected, location),
        place,
      )
    }
  }
}
