/** A step as a card for a ticket, an email or a chat: what to do, who acts, the result and the link. */
import { citationOf, type CopyLinkLabels } from '#src/components/copy-link/copy-link.ts'
import { escapeMarkup } from '#src/components/markup.ts'

/** The input of a card. */
export interface CardStep {
  /** BCP 47 tag of its text. */
  language: string
  /** Title of its page. */
  page: string
  number: number
  title: string
  /** The text after the title; empty if there is none. */
  text: string
  result?: string | undefined
  /** Labels of the parties who act. */
  parties: readonly string[]
  /** The go link, which opens in the reader’s language. */
  address: string
}

/** A card in each form that can be copied. */
export interface SupportCard {
  /** `Assess, step 3: Gather data`. */
  title: string
  plain: string
  html: string
  /** An Adaptive Card 1.4 for Teams and Outlook. */
  adaptive: Readonly<Record<string, unknown>>
}

/**
 * The card of a step.
 *
 * @param labels - Interface strings: `link.citation.step.nobody`, `link.card.open`, `link.card.result`, `step.who`.
 */
export function supportCard(step: CardStep, labels: CopyLinkLabels): SupportCard {
  const { language, text, result, parties, address } = step
  const title = citationOf({ ...step, kind: 'step', id: '', parties: [] }, labels)
  const who = parties.length ? `${labels['step.who'] ?? ''} ${parties.join(', ')}` : ''
  const outcome = result && (labels['link.card.result'] ?? '{text}').replace('{text}', () => result)
  const open = labels['link.card.open'] ?? ''
  const lines = [text, outcome].filter((line) => line !== undefined && line !== '')
  const heading = [`<strong>${escapeMarkup(title)}</strong>`, ...(who ? [escapeMarkup(who)] : [])]
  const html = [
    `<p>${heading.join('<br>')}</p>`,
    ...lines.map((line) => `<p>${escapeMarkup(line ?? '')}</p>`),
    `<p><a href="${escapeMarkup(address)}">${escapeMarkup(open)}</a></p>`,
  ]
  return {
    title,
    plain: [[title, who].filter(Boolean).join('\n'), ...lines, address].join('\n\n'),
    html: `<div lang="${escapeMarkup(language)}">${html.join('')}</div>`,
    adaptive: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.4',
      lang: language,
      body: [
        paragraph({ text: title, weight: 'bolder', size: 'medium' }),
        ...(who ? [paragraph({ text: who, isSubtle: true })] : []),
        ...lines.map((line) => paragraph({ text: line })),
      ],
      actions: [{ type: 'Action.OpenUrl', title: open, url: address }],
    },
  }
}

/** Not a `TextBlock`, which would parse the text as Markdown. */
function paragraph(...runs: readonly Readonly<Record<string, unknown>>[]) {
  return { type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run })) }
}

/** The text of a step without its title. */
export function textAfterTitle(title: string, whole: string): string {
  const text = whole.startsWith(title) ? whole.slice(title.length) : whole
  return text.replace(/^[\s.:;,…。：]+/u, '').trim()
}
