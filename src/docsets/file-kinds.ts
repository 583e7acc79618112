/** What a browser does with a file, by its extension, from which static hosts derive the type. */

/**
 * - `plain`: displayed or saved, nothing in it runs.
 * - `drawing`: an SVG, which is published without what could run.
 * - `active`: all others. It might run with the rights of the site’s own pages.
 */
export type FileKind = 'plain' | 'drawing' | 'active'

const plain = new Set(
  [
    // Images, sound, video.
    'avif bmp gif heic ico jpeg jpg png tif tiff webp',
    'aac flac m4a mov mp3 mp4 mpg oga ogg ogv opus wav webm',
    // Documents. Scripts of a PDF cannot reach the site: browsers show it in a separate viewer.
    'doc docx dotx epub odp ods odt pdf potx pps ppsx ppt pptx rtf vsd vsdx xls xlsx xltx',
    // Text and data: shown as text, or saved.
    'bib csv ics ini json jsonl log md po ps1 psd1 psm1 sql srt tmx toml tsv txt vtt yaml yml',
    // Archives and fonts.
    '7z bz2 gz rar tar tgz xz zip otf ttf woff woff2',
  ].flatMap((line) => line.split(' ')),
)

/**
 * The kind of a file. Documents, styles and programs (text/html, XML, XSLT, JavaScript, WebAssembly, MHTML, …) are
 * active, and so is a file without extension or with an unknown one: a host may send it under any type, and browsers
 * sniff what has none (https://mimesniff.spec.whatwg.org).
 */
export function fileKind(path: string): FileKind {
  const [, extension] = /[^/]\.([a-z\d]+)$/i.exec(path) ?? []
  if (extension?.toLowerCase() === 'svg') return 'drawing'
  return extension && plain.has(extension.toLowerCase()) ? 'plain' : 'active'
}

/**
 * Files that are never published, because the docset is made from them: configuration, hidden files and folders,
 * tables of contents, redirections.
 */
export function isSource(path: string): boolean {
  return isHidden(path) || /(?:^|\/)(?:docfx\.json|toc\.(?:md|ya?ml|json))$/i.test(path)
}

/** Hidden files and folders are not content; `*` does not match them in docfx either. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\./.test(path)
}
