/** The filters of the results: reads and sets them as a question has them, by guide. */
import { type FilterName, filterLists, type Question } from '#src/search/filters.ts'

type Chosen = Question['chosen']

export interface Choices {
  read: () => Chosen
  /** Values that the lists do not offer are left out. */
  set: (chosen: Chosen) => void
}

/** Attach the lists of a panel; `onChange` is called when the reader chooses. */
export function attachChoices(panel: HTMLElement, onChange: () => void): Choices {
  const lists = filterLists.flatMap((name) => {
    const list = panel.querySelector<HTMLSelectElement>(`select[name=${name}]`)
    return list ? [{ name, list, options: [...list.children] }] : []
  })

  for (const { list } of lists) {
    list.addEventListener('change', () => {
      offer()
      onChange()
    })
  }
  return { read, set }

  function read(): Chosen {
    return Object.fromEntries(
      lists.filter(({ list }) => list.value).map(({ name, list }) => [name, list.value]),
    )
  }

  function set(chosen: Chosen) {
    // The guide comes first: it decides what the others offer.
    for (const { name, list } of lists) {
      choose(list, chosen[name])
      if (name === 'guide') offer()
    }
  }

  /** Leave in the other lists what the chosen guide has. */
  function offer() {
    const { guide } = read()
    for (const { name, list, options } of lists) {
      if (name === 'guide') continue
      const before = list.value
      list.replaceChildren(...options.filter((option) => isOf(option, guide)))
      choose(list, before)
      const label = list.closest<HTMLElement>('.search__choice')
      if (label) label.hidden = list.options.length < 2
    }
  }
}

/** Is an option, or a group of them, offered in a guide, or in all of them? */
function isOf(option: Element, guide: string | undefined): boolean {
  const { guide: own } = (option as HTMLElement).dataset
  return !guide || !own || own === guide
}

function choose(list: HTMLSelectElement, value: Chosen[FilterName] = '') {
  list.value = value
  if (list.selectedIndex === -1) list.value = ''
}
