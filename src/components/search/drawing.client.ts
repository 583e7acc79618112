/** Draws what was found. Text only ever becomes text: nothing here reads HTML. */
import type { Piece } from '#src/search/excerpt.ts'
import type { FoundPage } from '#src/search/results.ts'

/** One list item for each page, with its parts by heading in it. */
export function drawPages(pages: readonly FoundPage[]): HTMLElement[] {
  return pages.map(({ title, url, place, excerpt, parts }) => {
    const page = element('li', 'page')
    page.append(drawHit(element('div', 'hit'), title, url, excerpt, place))
    if (!parts.length) return page
    const list = element('ul', 'parts')
    // Safari takes lists without bullets for no lists.
    list.role = 'list'
    list.append(
      ...parts.map((part) => drawHit(element('li', 'hit'), part.heading, part.url, part.excerpt)),
    )
    page.append(list)
    return page
  })
}

function drawHit(
  hit: HTMLElement,
  title: readonly Piece[],
  url: string,
  excerpt: readonly Piece[],
  place = '',
): HTMLElement {
  const link = element('a', 'link')
  link.href = url
  link.append(...title.map(drawPiece))
  hit.append(link)
  if (place) hit.append(withText('place', [{ text: place, marked: false }]))
  if (excerpt.length) hit.append(withText('excerpt', excerpt))
  return hit
}

function withText(part: string, pieces: readonly Piece[]): HTMLElement {
  const paragraph = element('p', part)
  paragraph.append(...pieces.map(drawPiece))
  return paragraph
}

function drawPiece({ text, marked }: Piece): Node | string {
  if (!marked) return text
  const mark = document.createElement('mark')
  mark.textContent = text
  return mark
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, part: string) {
  const made = document.createElement(name)
  made.className = `search__${part}`
  return made
}
