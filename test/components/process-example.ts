/** A small process for tests: three phases, one of them without a step, one step outside of all. */
import type { Process, Step } from '#src/docsets/process.ts'

const step = (id: string, number: number, rest: Partial<Step> = {}): Step => ({
  id,
  number,
  title: id,
  text: id,
  parties: ['customer'],
  optional: false,
  path: '/en/guide/assess/',
  page: 'Assess',
  ...rest,
})

export const process: Process = {
  phases: [
    { id: 'assess', label: 'Assess', optional: false, path: '/en/guide/assess/' },
    { id: 'remediate', label: 'Remediate', optional: false },
    { id: 'migrate', label: 'Migrate', optional: true },
  ],
  alongside: [{ id: 'adoption', label: 'Adoption' }],
  parties: [
    { id: 'customer', label: 'Customer' },
    { id: 'partner', label: 'Partner' },
    { id: 'fasttrack', label: 'FastTrack' },
  ],
  services: [
    { id: 'core', label: 'Core' },
    { id: 'yammer', label: 'Yammer' },
    { id: 'teams', label: 'Teams' },
  ],
  steps: [
    step('call-meetings', 1, { phase: 'assess', service: 'teams', parties: ['fasttrack'] }),
    step('gather-data', 2, { phase: 'assess' }),
    step('core-dns', 3, { phase: 'assess', service: 'core' }),
    step('move-mail', 1, { phase: 'migrate', parties: ['customer', 'fasttrack'] }),
    step('ask-for-help', 1),
  ],
}
