/**
 * `:::code language="csharp" source="Program.cs" id="main":::`: code of another file (docfx’s CodeExtension).
 *
 * `snippets/remark-snippets.ts` reads the file and puts the code in its place.
 */
import type { Form } from './form.ts'
import { parseOpening, unknownAttribute } from './parse.ts'

const names = ['language', 'source', 'id', 'range', 'highlight', 'interactive']

export const code: Form = {
  open: (typed, place) =>
    place === 'flow'
      ? parseOpening(typed, place, {
          name: 'code',
          isSelfClosing: true,
          check: (attributes) =>
            unknownAttribute(attributes, names) ??
            (attributes['source'] ? undefined : 'Say which file it shows: `source="path"`.'),
          isContainer: () => false,
        })
      : undefined,
  end: /$^/,
  addresses: ['source'],
  draw: () => [],
}
