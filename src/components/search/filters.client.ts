/** Reads and sets the filters of the results. */
import { type FilterName, filterLists, type Question } from '#src/search/filters.ts'

type Chosen = Question['chosen']

export interface Choices {
  read: () => Chosen
  /** Values without an option are ignored. */
  set: (chosen: Chosen) => void
}

/** Set up the filters of a panel; `onChange` is called when the reader changes one. */
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
    // The guide comes first: the options of the others depend on it.
    for (const { name, list } of lists) {
      choose(list, chosen[name])
      if (name === 'guide') offer()
    }
  }

  /** Remove options of other guides from the other filters. */
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

/** Whether an option or group belongs to a guide, or to all. */
function isOf(option: Element, guide: string | undefined): boolean {
  const { guide: own } = (option as HTMLElement).dataset
  return !guide || !own || own === guide
}

function choose(list: HTMLSelectElement, value: Chosen[FilterName] = '') {
  list.value = value
  if (list.selectedIndex === -1) list.value = ''
}
