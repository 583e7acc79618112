/**
 * Name links to videos of other sites that have only their address as text, and note that the page has videos.
 *
 * Each video is a link in a box, `.embeddedvideo`, whatever syntax it was written in. A script of the site can show the
 * player there when the reader asks for it; nothing is loaded from the other site before.
 */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

export interface VideoOptions {
  /** Text for such a link, with `{host}`, in the language of the page. */
  videoText?: (file: VFile) => string | undefined
  /** Language of that text, if it is not that of the page. */
  interfaceLanguage?: (file: VFile) => string | undefined
}

declare module 'vfile' {
  interface DataMap {
    /** The page has videos of other sites, which need a style sheet and a script. */
    hasVideos?: true
  }
}

/** Comes after sanitizing, and before links are resolved. */
export default function rehypeVideos({ videoText, interfaceLanguage }: Readonly<VideoOptions>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node) => {
      if (!isVideo(node)) return
      visit(node, 'element', (link: Element) => {
        if (link.tagName !== 'a') return
        file.data.hasVideos = true
        nameLink(link, videoText?.(file), interfaceLanguage?.(file))
      })
    })
  }
}

function isVideo({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('embeddedvideo')
}

function nameLink(link: Element, template: string | undefined, lang: string | undefined): void {
  const typed = toString(link).trim()
  if (!template || !/^https?:\/\/\S+$/.test(typed) || !URL.canParse(typed)) return
  const value = template.replace('{host}', () => new URL(typed).host.replace(/^www\./, ''))
  const last = link.children.findLast((child) => child.type === 'text')
  if (!last) return
  last.value = value
  if (lang) link.properties['lang'] = lang
}

/** The address of a video for a player: always https, and for YouTube the host that sets no cookies. */
export function videoAddress(typed: string): string {
  const address = typed.replace(/^http:/i, 'https:')
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (/^(?:www\.)?youtube\.com$/i.test(url.hostname)) url.hostname = 'www.youtube-nocookie.com'
  else if (/^channel9\.msdn\.com$/i.test(url.hostname)) url.searchParams.append('nocookie', 'true')
  return url.href
}
