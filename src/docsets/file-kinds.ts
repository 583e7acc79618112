/** What a browser does with a file, known from its extension, which is all that static hosts go by. */

/**
 * - `plain`: shown or saved, and nothing in it runs.
 * - `drawing`: an SVG, which is published without what could run.
 * - `active`: all others. It may run with the rights of the site's own pages.
 */
export type FileKind = 'plain' | 'drawing' | 'active'

const plain = new Set(
  [
    // Pictures, sound, video.
    'avif bmp gif heic ico jpeg jpg png tif tiff webp',
    'aac flac m4a mov mp3 mp4 mpg oga ogg ogv opus wav webm',
    // Documents. A PDF's own scripts know nothing of the site: browsers show it in a viewer apart.
    'doc docx dotx epub odp ods odt pdf potx pps ppsx ppt pptx rtf vsd vsdx xls xlsx xltx',
    // Text and data: shown as text, or saved.
    'bib csv ics ini json jsonl log md po ps1 psd1 psm1 sql srt tmx toml tsv txt vtt yaml yml',
    // Archives and fonts.
    '7z bz2 gz rar tar tgz xz zip otf ttf woff woff2',
  ].flatMap((line) => line.split(' ')),
)

/**
 * The kind of a file. What browsers take for a document, a style or a program (text/html, XML, XSLT,
 * JavaScript, WebAssembly, MHTML, …) is active, and so is a file without an extension or with an unknown
 * one: a host may send it under any type, and browsers look inside what has none
 * (https://mimesniff.spec.whatwg.org).
 */
export function fileKind(path: string): FileKind {
  const [, extension] = /[^/]\.([a-z\d]+)$/i.exec(path) ?? []
  if (extension?.toLowerCase() === 'svg') return 'drawing'
  return extension && plain.has(extension.toLowerCase()) ? 'plain' : 'active'
}

/**
 * What the docset is made from, and never a part of what is published: configuration, hidden files and
 * folders, tables of contents, redirections.
 */
export function isSource(path: string): boolean {
  return isHidden(path) || /(?:^|\/)(?:docfx\.json|toc\.(?:md|ya?ml|json))$/i.test(path)
}

/** Hidden files and folders are no content; docfx does not match them by `*` either. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\./.test(path)
}
