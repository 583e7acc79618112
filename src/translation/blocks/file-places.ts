/** Places in a file, of offsets in the text that was read from it. */
import type { Point } from 'unist'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import { pointsIn } from '../../docsets/source-position.ts'

/** @param yaml - How the text was written, where the file is YAML. */
export function placesIn(text: string, yaml?: YamlMarkdown): (offset: number) => Point {
  const pointAt = pointsIn(text)
  return yaml ? (offset) => yaml.placeOf(pointAt(offset)) : pointAt
}
