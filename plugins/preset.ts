/**
 * What both dialects’ presets share: the lists of plugins that a project puts between remark-parse and its own
 * stringifier, and English for the text that plugins add.
 */
import type { Options as ToHtmlOptions } from 'remark-rehype'
import type { PluggableList } from 'unified'
import type { VFile } from 'vfile'
import type { AlertOptions } from './alerts.ts'
import type { AnchorOptions } from './heading-anchors.ts'
import type { FootnoteOptions } from './footnotes.ts'
import type { LinkOptions } from './links.ts'
import type { VideoOptions } from './videos.ts'

/** A dialect in the order in which it runs: `remarkPlugins`, remark-rehype with `remarkRehype`, `rehypePlugins`. */
export interface DialectPlugins {
  remarkPlugins: PluggableList
  remarkRehype: ToHtmlOptions
  rehypePlugins: PluggableList
}

/** A dialect for other projects; the object is what Astro’s `unified()` takes, too. */
export interface DialectPreset extends DialectPlugins {
  /** For Astro: the dialect brings the tables, footnotes and task lists of GitHub itself. */
  gfm: false
  /** For Astro: text stays as typed. */
  smartypants: false
}

/** Text that plugins add to pages, in English; `{number}` becomes the number of the reference. */
export const englishStrings = {
  'alert.note': 'Note',
  'alert.tip': 'Tip',
  'alert.important': 'Important',
  'alert.caution': 'Caution',
  'alert.warning': 'Warning',
  'footnotes.title': 'Footnotes',
  'footnotes.back': 'Back to reference {number}',
  'code.missing': 'The code of this example is not available.',
  'form.description': 'Description',
  'zone.for': 'For: {names}',
  'video.on': 'Video on {host}',
  'procedure.before': 'Before you begin',
  'procedure.after': 'At the end',
  'step.who': 'Who:',
  'step.optional': 'Optional',
  'step.result': 'Result',
  'screen.label': 'On your screen',
  'matrix.caption': 'Who does what',
  'matrix.yes': 'Yes',
  'matrix.no': 'No',
} as const

type PresetStrings = Readonly<Partial<Record<keyof typeof englishStrings, string>>>

export interface PresetTextOptions {
  /** Text in the language of the pages, or a function that gives that of each file; English where there is none. */
  strings?: PresetStrings | ((file: VFile) => PresetStrings)
}

/** The text of a key in the language of a file. */
export function presetText({ strings = {} }: Readonly<PresetTextOptions>) {
  return (key: keyof typeof englishStrings, file: VFile): string =>
    (typeof strings === 'function' ? strings(file) : strings)[key] ?? englishStrings[key]
}

/** Defaults that both dialects have: no page is a translation, links and images stay as typed. */
export function presetDefaults(
  text: ReturnType<typeof presetText>,
): AlertOptions & AnchorOptions & FootnoteOptions & LinkOptions & VideoOptions {
  return {
    titleOf: (kind, file) => text(`alert.${kind}`, file),
    videoText: (file) => text('video.on', file),
    footnoteText: (key, file) => text(`footnotes.${key}`, file),
    sourceHeadings: async () => undefined,
    resolveLink: (url) => ({ target: { href: url } }),
    resolveImage: (url) => ({ src: url }),
  }
}

export function presetOf(plugins: DialectPlugins): DialectPreset {
  return { ...plugins, gfm: false, smartypants: false }
}
