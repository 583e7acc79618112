/** The reader’s selection of steps, kept in the address so that it can be shared. */
import { byPhase, type Selection } from '#src/components/process/process.ts'
import type { Label, Process } from '#src/docsets/process.ts'

/** Names of filters, which are also the query parameters. */
export const kinds = ['phase', 'party', 'service'] as const
export type Kind = (typeof kinds)[number]

/** The values of a step that filters compare. */
interface Marks {
  phase?: string | undefined
  service?: string | undefined
  parties: readonly string[]
}

/**
 * The selection in the query of an address (`?phase=assess&party=customer`).
 *
 * `isKnown` tells whether the page has a value; unknown and empty values are left out.
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

/** The query with this selection in place of its own, with a question mark unless empty; other parameters are kept. */
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

/** Whether a selection includes a step. */
export function isSelected({ phase, party, service }: Selection, step: Marks): boolean {
  return (
    (!phase || step.phase === phase) &&
    (!service || step.service === service) &&
    (!party || step.parties.includes(party))
  )
}

/** The options of a filter: ids that the listed steps have, in the docset’s order. */
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
