/**
 * `:::form action="create" submitText="Create":::`: a form that only Microsoft’s portal fills in (docfx’s
 * ChromelessFormExtension). Nothing of it works on a page; readers see the words of its button.
 */
import type { Form, Opening } from './form.ts'
import { parseOpening, unknownAttribute } from './parse.ts'

export const portalForm: Form = {
  open: (typed, place) =>
    place === 'flow'
      ? parseOpening(typed, place, {
          name: 'form',
          isSelfClosing: true,
          check,
          isContainer: () => false,
        })
      : undefined,
  end: /$^/,
  draw: ({ attributes, position, data }, context) => {
    context.reportPortalForm(attributes['action'] ?? '', position)
    const value = attributes['submittext'] ?? ''
    return [
      {
        type: 'paragraph',
        children: [{ type: 'text', value }],
        ...(position && { position }),
        ...(data && { data }),
      },
    ]
  },
}

function check(attributes: Opening['attributes']): string | undefined {
  const unknown = unknownAttribute(attributes, ['action', 'submittext', 'model'])
  if (unknown) return unknown
  if (!attributes['action']) return 'It does not say what it does. Write `action="…"`.'
  if (!attributes['submittext']) return 'Its button has no words. Write `submitText="…"`.'
  return undefined
}
