/** What `status --json` prints, as far as tests ask. */
interface Amount {
  blocks: number
  words: number
}

interface CountedPage {
  slug: string
  name: string
  words: number
  percent: number
  states: Record<string, Amount>
}

export interface Status {
  translations: (CountedPage & { docset: string; pages: CountedPage[] })[]
}
