/** The table of forms: what each name between `:::` is. */
import type { Fault, Form, Opening, Place } from './form.ts'
import { code } from './code.ts'
import { image } from './image.ts'
import { moniker } from './moniker.ts'
import { noLoc } from './no-loc.ts'
import { portalForm } from './portal-form.ts'
import { column, row } from './rows.ts'
import { video } from './video.ts'
import { zone } from './zone.ts'

/** By name; a form that is not here is shown as typed. */
const forms = new Map<string, Form>(
  Object.entries({
    row,
    column,
    zone,
    moniker,
    image,
    video,
    code,
    form: portalForm,
    'no-loc': noLoc,
  }),
)

export function formOf(name: string): Form | undefined {
  return forms.get(name)
}

/** The opening of any form; undefined for what is none. */
export function openForm(typed: string, place: Place): Opening | Fault | undefined {
  const [, name = ''] = /^:::+[ \t]*([a-z-]+)/i.exec(typed) ?? []
  return formOf(name.toLowerCase())?.open(typed, place)
}

/** Whether a form may begin so in a sentence: `:::name`, without a space. */
export function mayBeText(typed: string): boolean {
  return /^:{1,2}$/.test(typed) || /^:::(?:$|[a-z])/i.test(typed)
}

/** The line that ends a container; what stands behind the match is not part of it. */
export function endPattern(name: string, colons: number): RegExp {
  const end = formOf(name)?.end ?? /$^/
  return new RegExp(`^[ \\t]*:{${colons}}[ \\t]*(?:${end.source})`, end.flags)
}
