/** Who does what and when in a docset of guides: phases, parties, services and steps, in one language. */

/** A name of the docset with its label in one language. */
export interface Label {
  id: string
  label: string
}

/** A phase that readers go through. */
export interface Phase extends Label {
  optional: boolean
  /** The page that it is about, without `base`. */
  path?: string
}

/** A procedure, as lists of steps show it: its steps stay together, in its order. */
export interface Procedure {
  /** Once in the docset, the same in every language. */
  id: string
  /** The heading above it; absent where there is none. */
  title?: string
  /** The language of the heading, where it is not that of the list. */
  lang?: string
  /** The service of all its steps; absent where they concern several, or none. */
  service?: string
}

/** A step of a procedure, as everything that lists steps shows it. */
export interface Step {
  /** Its anchor, once in the docset. */
  id: string
  /** Its number in its procedure. */
  number: number
  title: string
  /** The language of its words, where the page is not translated. */
  lang?: string
  /** All its words, for search. */
  text: string
  /** What is seen once it is done. */
  result?: string
  /** Ids of those who act. */
  parties: readonly string[]
  phase?: string
  service?: string
  /** One of several that exclude each other. */
  option?: string
  /** The procedure that it belongs to. */
  procedure?: Procedure
  optional: boolean
  /** Its page, without `base`, and that page’s title. */
  path: string
  page: string
  /** The language of its page, where the language of the list lacks the page. */
  pathLang?: string
}

/** What a step may concern. */
export interface Service extends Label {
  /** Every reader has it. */
  isRequired?: true
  /** It is no longer offered. */
  isRetired?: true
}

/** Ways of doing something of which a reader needs one. */
export interface Choice extends Label {
  options: readonly Label[]
}

/** What there is besides steps. */
export interface ProcessFrame {
  phases: readonly Phase[]
  /** What runs beside all phases. */
  alongside: readonly Label[]
  parties: readonly Label[]
  services: readonly Service[]
  choices?: readonly Choice[]
  /** The first page that draws the phases, without `base`; absent where no page of the language does. */
  diagram?: string
}

/** Who does what, and when: all of it comes from the steps of the pages and the docset’s names. */
export interface Process extends ProcessFrame {
  /** By phase, then in the order of the table of contents. */
  steps: readonly Step[]
}
