/** The diagram of phases as a list, and the responsibility matrix as a table of Markdown. */
import type {
  BlockContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast'
import {
  byPhase,
  labelIn,
  type Selection,
  type StepGroup,
  stepPath,
} from '#src/components/process/process.ts'
import { matrixCaption, matrixGroups } from '#src/components/responsibility-matrix/matrix.ts'
import type { Phase, Process, Step } from '#src/docsets/process.ts'
import { href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import { link, paragraphOf, text } from './nodes.ts'

interface Place {
  site: Pick<Site, 'base' | 'url'>
  locale: Pick<SiteLocale, 'strings' | 'ui'>
  process: Process
}

/** Phases with their steps, procedure by procedure, in the numbers of their pages. */
export function diagramList(place: Place): RootContent[] {
  const t = translator(place.locale)
  const items = byPhase(place.process).map(({ phase, groups }): ListItem => {
    const name = phase ? [nameOf(phase, place, t('phases.optional'))] : []
    return item([...name, ...groups.flatMap((group) => stepsOf(group, place))])
  })
  return items.length ? [listOf(items)] : []
}

function stepsOf({ service, section, steps }: StepGroup, place: Place): BlockContent[] {
  const label = service?.label ?? section?.title
  const runs = runsOf(steps).map((run) => {
    const items = run.map((step) => item([stepLine(step, place, service?.id)]))
    return listOf(items, run[0]?.number)
  })
  return [...(label ? [paragraphOf([text(label)])] : []), ...runs]
}

/** Split steps where their numbers are not consecutive, because a Markdown list counts up. */
function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = []
  for (const step of steps) {
    const run = runs.at(-1)
    if (run?.at(-1)?.number === step.number - 1) run?.push(step)
    else runs.push([step])
  }
  return runs
}

function nameOf({ label, path, optional }: Phase, { site }: Place, word: string): BlockContent {
  const name = path ? link(href(site, path), label) : text(label)
  return paragraphOf([name, ...(optional ? [text(` (${word})`)] : [])])
}

/** @param known - The service that the heading names. */
function stepLine(step: Step, { site, process, locale }: Place, known?: string): BlockContent {
  const t = translator(locale)
  const parties = step.parties.map((id) => labelIn(process.parties, id)).join(', ')
  const facts = [
    parties,
    step.optional ? t('step.optional') : '',
    step.service && step.service !== known ? labelIn(process.services, step.service) : '',
    step.lang ? t('state.untranslated') : '',
  ].filter(Boolean)
  return paragraphOf([
    link(href(site, stepPath(step)), step.title),
    ...(facts.length ? [text(` (${facts.join('; ')})`)] : []),
  ])
}

/** One row for each step, in the order of the page’s table. */
export function matrixTable(place: Place, asked: Selection): RootContent[] {
  const { process, locale, site } = place
  const t = translator(locale)
  const groups = matrixGroups(process, asked)
  if (groups.length === 0) return []
  const { parties } = process
  const hasPhases = process.phases.length > 0
  const head = [
    ...(hasPhases ? [t('matrix.phase')] : []),
    t('matrix.number'),
    t('matrix.step'),
    ...parties.map(({ label }) => label),
  ].map((value) => [text(value)])
  const rows = groups.flatMap(({ phase, groups: runs }) =>
    runs.flatMap(({ steps }) =>
      steps.map((step): PhrasingContent[][] => [
        ...(hasPhases ? [[text(phase?.label ?? '')]] : []),
        [text(String(step.number))],
        [
          link(href(site, stepPath(step)), step.title),
          ...(step.lang ? [text(` (${t('state.untranslated')})`)] : []),
        ],
        ...parties.map(({ id }) => [
          text(t(step.parties.includes(id) ? 'matrix.yes' : 'matrix.no')),
        ]),
      ]),
    ),
  )
  const caption: BlockContent = paragraphOf([
    { type: 'strong', children: [text(matrixCaption(process, asked, t))] },
  ])
  const table: Table = { type: 'table', children: [head, ...rows].map(rowOf) }
  return [caption, table]
}

function rowOf(cells: readonly PhrasingContent[][]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  }
}

function listOf(children: ListItem[], start = 1): List {
  return { type: 'list', ordered: true, start, spread: false, children }
}

function item(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children }
}
