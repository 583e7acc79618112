/** The schema for editors and other tools: `schema.json`, which `npm run fix` writes. */
import { z } from 'zod'
import { docfxConfig, siteConfig } from './site-config.ts'

/** The text of `schema.json`. */
export function schemaText(): string {
  const { properties = {}, ...guides } = z.toJSONSchema(siteConfig, {
    io: 'input',
    unrepresentable: 'any',
  })
  const { required = [] } = z.toJSONSchema(docfxConfig, { io: 'input', unrepresentable: 'any' })
  // A configuration without docsets says what docfx folders are to have besides.
  const needed = guides.required ?? []
  const schema = {
    ...guides,
    title: 'content/site.config.ts',
    properties,
    required,
    dependentRequired: { docsets: needed.filter((name) => name !== 'docsets') },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
