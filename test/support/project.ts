/** A workspace of one page, and what an import makes of it. */
import { translatedYaml } from '#src/docsets/docfx/yaml-pages/translated-yaml.ts'
import { fromTags, toTags } from '#src/translation/codec/tags.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import { emptyGlossary } from '#src/translation/glossary/glossary.ts'
import { importFiles } from '#src/translation/import/import-files.ts'
import { wordVote } from '#src/translation/language/detect-language.ts'
import { confirmAll } from '#src/translation/lock/lock-changes.ts'
import { emptyLock } from '#src/translation/lock/lock.ts'
import type { Dialect } from '#src/translation/blocks/parse.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import { isWhole } from '#src/translation/lock/sync-lock.ts'
import { unitSetOf, type TranslationProject } from '#src/translation/project/translation-project.ts'

const vote = wordVote('en', 'fr-FR') ?? (() => undefined)

/**
 * `was` is what the source said when `french` was translated from it.
 *
 * @param path - Of the file: `.yml` is written as Markdown before it is read.
 */
export function workspaceOf(
  { was, now, french }: { was?: string; now: string; french?: string },
  dialect: Dialect = 'docfx',
  path = 'page',
): TranslationProject {
  const read = (file: string, locale: string, source?: ReturnType<typeof readBlocks>) => {
    const yaml = path.endsWith('.yml') ? translatedYaml(file, path, locale === 'en') : undefined
    const page = { name: `${locale}/${path}`, slug: 'page', locale, dialect }
    return readBlocks({ ...page, text: yaml?.markdown ?? file, ...(yaml && { yaml }) }, source)
  }
  const before = read(was ?? now, 'en')
  const source = read(now, 'en')
  const known = french === undefined ? [] : statesOf(before, read(french, 'fr-FR', before))
  const lock = confirmAll(emptyLock, known.filter(isWhole))
  const target = french === undefined ? undefined : read(french, 'fr-FR', source)
  const pairs = target
    ? statesOf(source, target, lock, emptyGlossary, vote)
    : source.blocks.map((block) => ({ source: block, state: 'missing' as const }))
  return {
    docset: 'moves',
    sourceLocale: 'en',
    targetLocale: 'fr-FR',
    lock,
    glossary: emptyGlossary,
    vote,
    pages: [{ slug: 'page', source, ...(target && { target }), file: '/page', pairs }],
  }
}

/** A file with a translation of each source that is a key of `words`. */
function fileOf(project: TranslationProject, labels: Readonly<Record<string, string>>): ReadFile {
  const units = unitSetOf(project).units.map(({ id, hash, source, target }, index) => {
    const message = labels[toTags(source)]
    return {
      id,
      hash,
      source,
      ...(message !== undefined ? { target: fromTags(message) } : target && { target }),
      work: 'done' as const,
      place: { line: index + 1, column: 1 },
    }
  })
  return { name: 'moves.po', docset: 'moves', units, messages: [] }
}

export function imported(project: TranslationProject, labels: Readonly<Record<string, string>>) {
  const file = fileOf(project, labels)
  const result = importFiles(project, [file], { status: 'ok' })
  return {
    ...result,
    text: result.pages[0]?.text,
    rules: [...result.messages, ...result.refused.map(({ message }) => message)].map(
      ({ ruleId }) => ruleId,
    ),
  }
}
