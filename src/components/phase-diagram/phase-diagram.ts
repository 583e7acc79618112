/** Texts and links of the phase diagram. */
import { formsOf, inForm } from '#src/components/progress/plural.ts'
import { byPhase, type PhaseSteps } from '#src/components/process/process.ts'
import type { Phase, Process, ProcessFrame } from '#src/docsets/process.ts'
import { translator } from '#src/i18n/text.ts'
import type { SiteLocale } from '#src/site.ts'

type Words = Pick<SiteLocale, 'strings' | 'ui'>

/** A box of the bar, and the panel that it opens. */
export interface PhaseBox extends PhaseSteps {
  phase: Phase
  /** The panel's id, without `#`. */
  anchor: string
  /** `Phase 2 of 5: Assess`. */
  title: string
  /** `9 steps`. */
  count: string
  /** The accessible name: `Phase 2 of 5, Assess, 9 steps`. */
  name: string
  /** The same with progress; `{done}` becomes `2 done`. */
  nameDone: string
}

/** The phases in their order; none for a docset without phases. */
export function phaseBoxes(process: Process, locale: Words): PhaseBox[] {
  const t = translator(locale)
  const total = String(process.phases.length)
  return byPhase(process).flatMap(({ phase, ...rest }): PhaseBox[] => {
    if (!phase) return []
    const number = String(rest.number)
    const count = inForm(formsOf(locale.strings, 'phases.steps'), locale.ui, rest.steps.length)
    const label = phase.optional ? t('phases.name.optional', { label: phase.label }) : phase.label
    const name = t('phases.name', { number, total, label, steps: count })
    return [
      {
        ...rest,
        phase,
        anchor: phaseAnchor(phase.id),
        title: phaseTitle(process, phase.id, locale) ?? phase.label,
        count,
        name,
        nameDone: t('phases.name.done', { name }),
      },
    ]
  })
}

/** `Phase 2 of 5: Assess`; undefined if the docset has no such phase. */
export function phaseTitle(process: ProcessFrame, id: string, locale: Words): string | undefined {
  const index = process.phases.findIndex((phase) => phase.id === id)
  const phase = process.phases[index]
  return (
    phase &&
    translator(locale)('phases.title', {
      number: String(index + 1),
      total: String(process.phases.length),
      label: phase.label,
    })
  )
}

/**
 * The link to a phase of the diagram, relative to the page with the diagram. With script the query selects the phase;
 * without, the anchor in the phase’s `<details>` opens it.
 */
export function phasePath(diagram: string, id: string): string {
  return `${diagram}?phase=${encodeURIComponent(id)}#${phaseAnchor(id)}`
}

function phaseAnchor(id: string): string {
  return `_phase-${id}`
}

/**
 * The index after `key` is pressed on tab `index` of `count`; `undefined` for keys that mean nothing.
 *
 * Keys of both axes work, because the row is a column on small screens; they wrap around at the ends.
 */
export function indexAfter(
  key: string,
  index: number,
  count: number,
  isRightToLeft: boolean,
): number | undefined {
  const right = isRightToLeft ? -1 : 1
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: right,
    ArrowLeft: -right,
  }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? undefined : (index + step + count) % count
}
