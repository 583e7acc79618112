/** Who does what and when in a docset of guides: phases, parties, services and steps, in one language. */

/** The id of a phase, party or service, with its label in one language. */
export interface Label {
  id: string
  label: string
}

/** A phase that readers go through. */
export interface Phase extends Label {
  optional: boolean
  /** Path of the page about it, without `base`. */
  path?: string
}

/** A procedure in lists of steps, which keep its steps together and in order. */
export interface Procedure {
  /** Its id, unique in the docset and the same in every language. */
  id: string
  /** The heading above it, if there is one. */
  title?: string
  /** The language of the heading, if it is not that of the list. */
  lang?: string
  /** The service of all its steps; absent if they concern several, or none. */
  service?: string
}

/** A step of a procedure in lists of steps. */
export interface Step {
  /** Its anchor, unique in the docset. */
  id: string
  /** Its number in its procedure. */
  number: number
  title: string
  /** The language of its text, if the page is not translated. */
  lang?: string
  /** Its full text, for search. */
  text: string
  /** The result that is seen once it is done. */
  result?: string
  /** Ids of those who act. */
  parties: readonly string[]
  phase?: string
  service?: string
  /** The option that it belongs to, one of several that exclude each other. */
  option?: string
  /** The procedure that it belongs to. */
  procedure?: Procedure
  optional: boolean
  /** Path of its page, without `base`, and the title of the page. */
  path: string
  page: string
  /** The language of its page, if the language of the list lacks the page. */
  pathLang?: string
}

/** A service that a step may concern. */
export interface Service extends Label {
  /** Whether every reader has it. */
  isRequired?: true
  /** Whether it is no longer offered. */
  isRetired?: true
}

/** A choice: options of which a reader needs one. */
export interface Choice extends Label {
  options: readonly Label[]
}

/** A process without its steps. */
export interface ProcessFrame {
  phases: readonly Phase[]
  /** Phases that run in parallel to all others. */
  alongside: readonly Label[]
  parties: readonly Label[]
  services: readonly Service[]
  choices?: readonly Choice[]
  /** Path of the first page with the phase diagram, without `base`; absent if no page of the language has one. */
  diagram?: string
}

/** The process of a docset: from the steps of its pages, and the configured phases, parties and services. */
export interface Process extends ProcessFrame {
  /** Sorted by phase, then in the order of the table of contents. */
  steps: readonly Step[]
}
