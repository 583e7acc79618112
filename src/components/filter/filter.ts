/** Which steps a reader asked for, as the address keeps it, so that support can send the address. */
import { byPhase, type Selection } from '#src/components/process/process.ts'
import type { Label, Process } from '#src/docsets/process.ts'

/** What steps can be chosen by; the names of the query parameters too. */
export const kinds = ['phase', 'party', 'service'] as const
export type Kind = (typeof kinds)[number]

/** What a step has to say to a selection. */
interface Marks {
  phase?: string | undefined
  service?: string | undefined
  parties: readonly string[]
}

/**
 * The selection in the query of an address (`?phase=assess&party=customer`).
 *
 * `isKnown` says which values the page has; others are left out, as empty ones are.
 */
export function readSelection(
  search: string,
  isKnown: (kind: Kind, value: string) => boolean = () => true,
): Selection {
  const query = new URLSearchParams(search)
  const selection: Selection = {}
  for (const kind of kinds) {
    const value = query.get(kind)
    if (value && isKnown(kind, value)) selection[kind] = value
  }
  return selection
}

/** The query with this selection instead of its own, `''` or with a question mark; the rest stays. */
export function selectionSearch(search: string, selection: Selection): string {
  const query = new URLSearchParams(search)
  for (const kind of kinds) {
    const value = selection[kind]
    if (value) query.set(kind, value)
    else query.delete(kind)
  }
  const text = query.toString()
  return text && `?${text}`
}

/** Tell whether a step is among those that a selection asks for. */
export function isSelected({ phase, party, service }: Selection, step: Marks): boolean {
  return (
    (!phase || step.phase === phase) &&
    (!service || step.service === service) &&
    (!party || step.parties.includes(party))
  )
}

/** The names that a reader can choose from: those of the steps that lists show, in the docset's order. */
export function namesIn(process: Process, kind: Kind): Label[] {
  const { phases, parties, services } = process
  const used = new Set<string | undefined>(
    byPhase(process)
      .flatMap(({ steps }) => steps)
      .flatMap((step) => [...(kind === 'party' ? step.parties : [step[kind]])]),
  )
  const names: readonly Label[] = { phase: phases, party: parties, service: services }[kind]
  return names.filter(({ id }) => used.has(id))
}
