/** The report of `review`: text, Markdown for a pull request, JSON, SARIF or annotations of GitHub. */
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { diffText, wordDiff } from '../translation/memory/word-diff.ts'
import type { StaleByChange, TranslationReview } from '../translation/review/made-stale.ts'
import { formatProblems, plural } from './format-problems.ts'
import { toProblems } from './problems.ts'

export const reviewFormats = ['text', 'markdown', 'json', 'sarif', 'github'] as const
export type ReviewFormat = (typeof reviewFormats)[number]

export interface Review {
  /** The base commit of the change. */
  base: string
  translations: readonly TranslationReview[]
  /** The command that exports the work that the change makes. */
  commandOf: (review: TranslationReview) => string
}

const problem = defineProblems('translation', {
  'review-stale': (locale: string, place: string, command: string) => ({
    severity: 'warning',
    reason: `This change makes the translation into \`${locale}\` at \`${place}\` stale. Update it.`,
    note: `${command} exports the work for translators.`,
  }),
})

/** First line of the comment, by which the Action finds it again. */
const marker = '<!-- passerelle-review -->'

export function formatReview(review: Review, format: ReviewFormat): string {
  switch (format) {
    case 'text':
      return textOf(review)
    case 'markdown':
      return markdownOf(review)
    case 'json':
      return jsonOf(review)
    case 'sarif':
    case 'github':
      return formatProblems(toProblems(messagesOf(review)), format)
  }
}

function messagesOf({ translations, commandOf }: Review) {
  return translations.flatMap((translation) =>
    translation.stale.map(({ source: { file, line, column }, target }) => {
      const place = `${target.file}:${target.line}`
      const stale = problem('review-stale', translation.targetLocale, place, commandOf(translation))
      // At the source, because annotations are shown beside the change.
      return problemAt(file, stale, { line, column })
    }),
  )
}

function jsonOf({ base, translations, commandOf }: Review): string {
  const all = translations.map((translation) => ({
    ...translation,
    command: hasWork(translation) ? commandOf(translation) : undefined,
  }))
  return JSON.stringify({ base, translations: all }, undefined, 2)
}

function textOf({ translations, commandOf }: Review): string {
  const parts = translations
    .filter(isTouched)
    .map((translation) =>
      [
        `${translation.docset} ${translation.targetLocale}: ${summaryOf(translation)}`,
        ...translation.stale.map(
          (block) =>
            `  ${placeOf(block.source)} → ${placeOf(block.target)}\n    ${changeOf(block)}` +
            lineWith('\n    ', confirmedText(block)),
        ),
        ...(hasWork(translation) ? [`  To export the work: ${commandOf(translation)}`] : []),
        ...(translation.hasLock ? [] : [`  ${withoutLock}`]),
      ].join('\n'),
    )
  return parts.length ? parts.join('\n\n') : nothing
}

const nothing = 'This change affects no translation.'
const withoutLock =
  'There is no lock, so exports cannot know what is stale. Run `passerelle sync` before sources change.'

function markdownOf({ base, translations, commandOf }: Review): string {
  const parts = translations
    .filter(isTouched)
    .map((translation) =>
      [
        `### \`${translation.docset}\` in \`${translation.targetLocale}\``,
        `${summaryOf(translation)}.`,
        ...(translation.stale.length > 0 ? [detailsOf(translation.stale)] : []),
        ...(hasWork(translation) ? [`To export the work: \`${commandOf(translation)}\``] : []),
        ...(translation.hasLock ? [] : [withoutLock]),
      ].join('\n\n'),
    )
  const title = `## Translations since ${base.slice(0, 10)}`
  return [marker, title, ...(parts.length ? parts : [nothing])].join('\n\n')
}

/** GitHub limits the length of a comment. */
const mostShown = 50

function detailsOf(stale: readonly StaleByChange[]): string {
  const shown = stale.slice(0, mostShown).map((block) => {
    const lines = [`-${oneLine(block.was)}`, `+${oneLine(block.now)}`].join('\n')
    const [source, target] = [placeOf(block.source), placeOf(block.target)]
    // Longer than any fence in the texts.
    const longest = (lines.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
    const fence = '`'.repeat(longest + 1)
    const by = lineWith('  \n', confirmedText(block, codeOf))
    return `\`${source}\` → \`${target}\`${by}\n\n${fence}diff\n${lines}\n${fence}`
  })
  const left = stale.length - shown.length
  const rest = left > 0 ? [`And ${plural(left, 'more block')}.`] : []
  return ['<details><summary>What has changed</summary>', ...shown, ...rest, '</details>'].join(
    '\n\n',
  )
}

function lineWith(start: string, text: string | undefined): string {
  return text === undefined ? '' : start + text
}

/**
 * Who confirmed the translation, and when.
 *
 * @param write - Formats a name. In a comment, its `@` must not mention a user.
 */
function confirmedText(
  { confirmed }: StaleByChange,
  write: (name: string) => string = (name) => name,
): string | undefined {
  if (!confirmed) return undefined
  const { status, author, reviewers = [], commit, date } = confirmed
  const what = {
    ok: 'Confirmed',
    machine: 'Translated by a machine',
    assumed: 'Assumed to be right',
  }[status]
  const names = reviewers.length ? reviewers : author ? [author] : []
  // The author of a commit with machine translation only ran the machine.
  const by = names.length
    ? `${status === 'ok' ? ' by' : ', committed by'} ${names.map(write).join(', ')}`
    : ''
  const when = date ? ` on ${date.slice(0, 10)}` : ''
  return `${what}${by}${when}${commit ? ` (${commit.slice(0, 10)})` : ''}.`
}

function codeOf(name: string): string {
  return `\`${oneLine(name).replaceAll('`', '')}\``
}

function summaryOf({ stale, added, orphaned }: TranslationReview): string {
  const words = stale.reduce((sum, block) => sum + block.words, 0)
  const parts = [
    stale.length &&
      `${plural(stale.length, 'translated block')} made stale (${plural(words, 'word')})`,
    added.blocks &&
      `${plural(added.blocks, 'new block')} to translate (${plural(added.words, 'word')})`,
    orphaned && `${plural(orphaned, 'translated block')} without a source`,
  ]
  return parts.filter(Boolean).join(', ')
}

function changeOf({ was, now, grade }: StaleByChange): string {
  return grade === 'auto' ? `${now} (markup or addresses only)` : diffText(wordDiff(was, now))
}

function hasWork({ stale, added }: TranslationReview): boolean {
  return stale.length + added.blocks > 0
}

function isTouched(translation: TranslationReview): boolean {
  return hasWork(translation) || translation.orphaned > 0
}

function placeOf({ file, line, column }: StaleByChange['source']): string {
  return `${file}:${line}:${column}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
