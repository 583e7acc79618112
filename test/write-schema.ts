/** Part of `npm run fix`: write the schema of the configuration for editors and other tools. */
import { writeFile } from 'node:fs/promises'
import { schemaText } from '#src/config/json-schema.ts'

await writeFile(new URL('../schema.json', import.meta.url), schemaText())
