/** A small process for tests of what is drawn from steps: two phases, two parties, two services. */
import type { Process, Step } from '#src/docsets/process.ts'

function step(id: string, rest: Partial<Step>): Step {
  const page = { path: '/fr-fr/move/leave/', page: 'Partir' }
  return {
    id,
    number: 1,
    title: id,
    text: '',
    parties: ['client'],
    optional: false,
    ...page,
    ...rest,
  }
}

export const process: Process = {
  phases: [
    { id: 'prepare', label: 'Préparer', optional: false, path: '/fr-fr/move/prepare/' },
    { id: 'rest', label: 'Souffler', optional: true },
    { id: 'leave', label: 'Partir', optional: false, path: '/fr-fr/move/leave/' },
  ],
  alongside: [],
  parties: [
    { id: 'client', label: 'Client' },
    { id: 'mover', label: 'Déménageur' },
  ],
  services: [
    { id: 'kitchen', label: 'Cuisine' },
    { id: 'piano', label: 'Piano' },
  ],
  steps: [
    step('trier-à-temps', {
      title: 'Trier ; jeter, « donner »',
      phase: 'prepare',
      path: '/fr-fr/move/prepare/',
    }),
    step('pack', { phase: 'leave', service: 'kitchen', parties: ['mover'] }),
    step('sum', {
      number: 2,
      title: '=SOMME(A1)',
      phase: 'leave',
      service: 'kitchen',
      parties: ['client', 'mover'],
      optional: true,
    }),
    step('tune', { phase: 'leave', service: 'piano', parties: ['mover'] }),
    step('say-goodbye', {}),
  ],
}
