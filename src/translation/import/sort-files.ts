/** Which translation of a site each file is for. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { problemAt } from '#plugins/problems.ts'
import { unitFinder } from '../formats/find-unit.ts'
import { matchLanguage } from '../formats/languages.ts'
import { isFatal, type ReadFile } from '../formats/read-unit.ts'
import { refusal } from '../formats/refusals.ts'
import { unitSetOf, type TranslationProject } from '../project/translation-project.ts'

/** An open translation, with whatever else the caller knows of it. */
interface Open {
  project: TranslationProject
}

export interface SortedFiles<Translation extends Open> {
  /** Files for each translation that has some. */
  byTranslation: { work: Translation; files: ReadFile[] }[]
  /** Why a file belongs to none, or its problems. */
  messages: VFileMessage[]
}

/**
 * A file names its docset and languages. If it does not, or not exactly, the only one that fits is taken: by
 * the names that there are, then by the units that a docset knows. Where one translation is open only,
 * because a person chose it, the file is for that one.
 */
export function sortFiles<Translation extends Open>(
  files: readonly ReadFile[],
  works: readonly Translation[],
): SortedFiles<Translation> {
  const byTranslation = works.map((work) => ({ work, files: [] as ReadFile[] }))
  const messages: VFileMessage[] = []
  for (const file of files) {
    if (isFatal(file)) {
      append(messages, file.messages)
      continue
    }
    const candidates = works.length === 1 ? works : candidatesFor(file, works)
    const [only, ...others] = candidates
    if (only && others.length === 0)
      byTranslation.find(({ work }) => work === only)?.files.push(file)
    else
      messages.push(problemAt(file.name, whyNone(file, candidates, works), { line: 1, column: 1 }))
  }
  return { byTranslation: byTranslation.filter((item) => item.files.length > 0), messages }
}

function whyNone(
  { docset, targetLocale }: ReadFile,
  candidates: readonly Open[],
  works: readonly Open[],
) {
  const result = [docset, targetLocale].filter(Boolean).join(' ')
  const names = (of: readonly Open[], write: (docset: string, locale: string) => string) =>
    of.map(({ project }) => write(project.docset, project.targetLocale))
  return candidates.length
    ? refusal(
        'exchange-choice',
        result,
        names(candidates, (id, locale) => `--docset ${id} --locale ${locale}`),
      )
    : refusal(
        'exchange-docset',
        result,
        names(works, (id, locale) => `${id} ${locale}`),
      )
}

function candidatesFor<Translation extends Open>(
  file: ReadFile,
  works: readonly Translation[],
): readonly Translation[] {
  const { docset, targetLocale } = file
  const named = works.filter(({ project }) => docset === undefined || docset === project.docset)
  const matches = named.map((work) => ({
    work,
    match:
      targetLocale === undefined ? 'near' : matchLanguage(targetLocale, work.project.targetLocale),
  }))
  const exact = matches.filter(({ match }) => match === 'exact')
  const fitting = exact.length ? exact : matches.filter(({ match }) => match !== undefined)
  const results = fitting.map(({ work }) => work)
  if (results.length <= 1) return results
  const knowing = results.filter(({ project }) => knowsUnits(file, project))
  return knowing.length ? knowing : results
}

/** Whether a docset has any of the units of a file, with the same source. */
function knowsUnits({ units }: ReadFile, project: TranslationProject): boolean {
  const find = unitFinder(unitSetOf(project).units, units)
  return units.some((unit) => 'units' in find(unit))
}
