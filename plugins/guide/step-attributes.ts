/** Read the attributes of a procedure and of a step, and check them against the docset's names. */
import type { Directive } from './directives.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type NameKind, type Vocabulary, nameUnknown, namesOf } from './vocabulary.ts'
import { nearestName } from '../nearest-name.ts'

/** The attributes of a mark that are set. */
export interface StepMark {
  id?: string
  parties?: readonly string[]
  phase?: string
  service?: string
  option?: string
  optional?: boolean
}

/** The phase of a procedure that is in no phase: it explains how something is done, not when. */
export const noPhase = 'none'

const problem = defineProblems('procedures', {
  'directive-attribute': (
    name: string,
    directive: string,
    known: readonly string[],
    near: string | undefined,
  ) => ({
    severity: 'error',
    reason:
      `\`${directive}\` has no attribute \`${name}\`. ` +
      (near
        ? `Did you mean \`${near}\`?`
        : `It can have ${known.map((value) => `\`${value}\``).join(', ')}.`),
  }),
  'party-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'phase-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'service-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'option-unknown': (...values: Parameters<typeof nameUnknown>) => nameUnknown(...values),
  'step-id': (id: string) => ({
    severity: 'error',
    reason: `\`${id}\` cannot be the id of a step. Use lower-case words joined by \`-\`, such as \`gather-data\`.`,
    note: 'An id is part of addresses for years. Name it after the subject of the step, not its number: steps move.',
  }),
})

/** Read a directive’s attributes, those of `known` only; all others, and unknown names, are reported. */
export function readMark(
  directive: Directive,
  known: readonly string[],
  vocabulary: Vocabulary,
  file: VFile,
): StepMark {
  const mark: StepMark = {}
  // Only the beginning of a container: its whole range would be too long.
  const place = directive.type === 'containerDirective' ? directive.position?.start : directive
  const typed = { text: ':', leaf: '::', container: ':::' }[
    directive.type.replace('Directive', '') as 'text'
  ]
  for (const [name, given] of Object.entries(directive.attributes ?? {})) {
    const value = (given ?? '').trim()
    if (!known.includes(name)) {
      const shown = known.map((item) => (item === 'id' ? '#…' : item))
      const near = nearestName(name, shown)
      report(file, problem('directive-attribute', name, typed + directive.name, shown, near), place)
    } else if (name === 'id') {
      if (isStepId(value)) mark.id = value
      else report(file, problem('step-id', value), place)
    } else if (name === 'by') {
      mark.parties = inOrder(
        value
          .split(/[\s,]+/)
          .filter(Boolean)
          .filter(isKnown('party')),
        'party',
      )
    } else if (name === 'phase' && value === noPhase) {
      mark.phase = noPhase
    } else if (name === 'phase' || name === 'service' || name === 'option') {
      if (isKnown(name)(value)) mark[name] = value
    } else if (name === 'optional') {
      mark.optional = value !== 'false'
    }
  }
  return mark

  function isKnown(kind: NameKind) {
    return (name: string): boolean => {
      const names = namesOf(kind, vocabulary)
      if (names.has(name) || vocabulary.open?.has(kind)) return true
      report(file, problem(`${kind}-unknown`, kind, name, names), place)
      return false
    }
  }

  function inOrder(names: readonly string[], kind: NameKind): string[] {
    const known = [...namesOf(kind, vocabulary).keys()].filter((name) => names.includes(name))
    return [...new Set([...known, ...names])]
  }
}

/**
 * `step-3` and `3` would lie as soon as a step is put before it; the id is the name of a folder, too,
 * which disks end at 255 bytes.
 */
function isStepId(id: string): boolean {
  return (
    id.length <= 255 && /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id) && !/^(?:step-?)?\d+$/.test(id)
  )
}
