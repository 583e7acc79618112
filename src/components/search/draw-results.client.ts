/** Draws results. Text is only set as text: nothing here parses HTML. */
import { translator } from '#src/i18n/text.ts'
import { type ExcerptPart, unmarkedExcerpt } from '#src/search/excerpt.ts'
import type { SearchResult, PageResult } from '#src/search/results.ts'
import { stepText } from '#src/search/labels.ts'

/** A list item for each page with its matching sections, for each step, and for each untranslated section. */
export function drawResults(
  all: readonly SearchResult[],
  strings: Readonly<Record<string, string>>,
  language: string,
): HTMLElement[] {
  return all.map((match) => {
    const item = element('li', 'page')
    const hit = drawHit(element('div', 'hit'), match)
    item.append(hit)
    if (match.kind === 'step') {
      item.classList.add('search__page_step')
      const line = withText('step', unmarkedExcerpt(stepText(strings, language, match)))
      hit.querySelector('.search__link')?.after(line)
    } else if (match.kind === 'foreign') {
      const { language, titleLanguage } = match
      const link = hit.querySelector<HTMLElement>('.search__link')
      if (titleLanguage && link) link.lang = titleLanguage
      for (const excerpt of hit.querySelectorAll<HTMLElement>('.search__excerpt')) {
        excerpt.lang = language
      }
      link?.after(withText('step', unmarkedExcerpt(translator({ strings })('search.foreign'))))
    } else if (match.parts.length) {
      item.append(drawParts(match.parts))
    }
    return item
  })
}

function drawParts(parts: PageResult['parts']): HTMLElement {
  const list = element('ul', 'parts')
  // Safari removes the list role of lists without bullets.
  list.role = 'list'
  list.append(
    ...parts.map(({ heading, ...part }) =>
      drawHit(element('li', 'hit'), { title: heading, place: '', ...part }),
    ),
  )
  return list
}

function drawHit(
  hit: HTMLElement,
  { title, url, excerpt, place }: Pick<PageResult, 'title' | 'url' | 'excerpt' | 'place'>,
): HTMLElement {
  const link = element('a', 'link')
  link.href = url
  link.append(...title.map(drawPiece))
  hit.append(link)
  if (place) hit.append(withText('place', unmarkedExcerpt(place)))
  if (excerpt.length) hit.append(withText('excerpt', excerpt))
  return hit
}

function withText(part: string, pieces: readonly ExcerptPart[]): HTMLElement {
  const paragraph = element('p', part)
  paragraph.append(...pieces.map(drawPiece))
  return paragraph
}

function drawPiece({ text, marked }: ExcerptPart): Node | string {
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
