/** A page of HTML, of docfx or of ours. */

/** Whose HTML a page is. */
export type Side = 'docfx' | 'ours'

/** A page that is compared. */
export interface ComparedPage {
  from: Side
  html: string
  /** The page’s path in its docset: addresses count from it. */
  path: string
  /** Names of hosts that docfx takes off addresses. */
  hosts: readonly string[]
  /** Whether white space beside elements counts; docfx 3 compares its own pages without. */
  hasOwnSpaces: boolean
  /** Of a page of ours: its title, which templates draw. */
  title?: { id: string; text: string }
  /** Of a page of ours: the ids that docfx gives; we give more, to tables and steps. */
  ids?: ReadonlySet<string>
}
