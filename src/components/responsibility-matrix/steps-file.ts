/** `steps.csv`: the steps of a docset for spreadsheets. */
import { labelIn, stepPath } from '#src/components/process/process.ts'
import type { Process } from '#src/docsets/process.ts'
import { absolute, docsetPath } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import { csvOf, separatorFor } from './csv.ts'
import { matrixGroups } from './matrix.ts'

/** The path of the file, without base. */
export function stepsFilePath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}steps.csv`
}

/** One row for each step of the matrix, in its order; a column for each party says yes or no. */
export function stepsFile(
  site: Pick<Site, 'base' | 'url'>,
  locale: Pick<SiteLocale, 'strings' | 'ui'>,
  process: Process,
): string {
  const t = translator(locale)
  const { phases, services, parties } = process
  const yesOrNo = (is: boolean) => t(is ? 'matrix.yes' : 'matrix.no')
  const head = [
    t('matrix.phase'),
    t('matrix.service'),
    t('matrix.number'),
    t('matrix.step'),
    ...parties.map(({ label }) => label),
    t('step.optional'),
    t('matrix.address'),
  ]
  const rows = matrixGroups(process, {})
    .flatMap(({ steps }) => steps)
    .map((step) => [
      step.phase ? labelIn(phases, step.phase) : '',
      step.service ? labelIn(services, step.service) : '',
      String(step.number),
      step.lang ? `${step.title} (${t('state.untranslated')})` : step.title,
      ...parties.map(({ id }) => yesOrNo(step.parties.includes(id))),
      yesOrNo(step.optional),
      encoded(absolute(site, stepPath(step))),
    ])
  return csvOf([head, ...rows], separatorFor(locale.ui))
}

/** Encode an address, because spreadsheets end a link at the first character that URLs do not have. */
function encoded(address: string): string {
  try {
    return encodeURI(decodeURI(address))
  } catch {
    return address
  }
}
