/** A step as a block for a ticket, a mail or a chat: what to do, what is seen then, and the link to it. */
import { citationOf, type CopyLinkLabels } from '#src/components/copy-link/copy-link.ts'
import { escapeMarkup } from '#src/components/markup.ts'

export interface CardStep {
  /** BCP 47 tag of its words. */
  language: string
  /** The title of its page. */
  page: string
  number: number
  title: string
  /** What follows the title; empty where that says all. */
  text: string
  result?: string | undefined
  /** Those who act, in words. */
  parties: readonly string[]
  /** The address that opens in the language of whoever follows it. */
  address: string
}

export interface SupportCard {
  /** `Assess, step 3: Gather data`. */
  title: string
  plain: string
  html: string
  /** An Adaptive Card 1.4 for Teams and Outlook. */
  adaptive: Readonly<Record<string, unknown>>
}

/** @param words - Of the interface, by key: `link.citation.step.nobody`, `link.card.open`, `link.card.result`, `step.who`. */
export function supportCard(step: CardStep, words: CopyLinkLabels): SupportCard {
  const { language, text, result, parties, address } = step
  const title = citationOf({ ...step, kind: 'step', id: '', parties: [] }, words)
  const who = parties.length ? `${words['step.who'] ?? ''} ${parties.join(', ')}` : ''
  const seen = result && (words['link.card.result'] ?? '{text}').replace('{text}', () => result)
  const open = words['link.card.open'] ?? ''
  const lines = [text, seen].filter((line) => line !== undefined && line !== '')
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

/** A `TextBlock` would read stars and brackets in it as Markdown. */
function paragraph(...runs: readonly Readonly<Record<string, unknown>>[]) {
  return { type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run })) }
}

/** The words of a step behind its title. */
export function textBehind(title: string, words: string): string {
  const text = words.startsWith(title) ? words.slice(title.length) : words
  return text.replace(/^[\s.:;,…。：]+/u, '').trim()
}
